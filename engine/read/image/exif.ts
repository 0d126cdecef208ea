import type { Orientation } from '#engine/model';

const ORIENTATION_TAG = 0x0112;
const EXIF = 'Exif\0\0';

/** Returns the orientation from the EXIF segment of a JPEG; 1 if missing or invalid. */
export function jpegOrientation(bytes: Uint8Array): Orientation {
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda || marker === 0xd9) break;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (marker === 0xe1) {
      const found = orientationIn(bytes.subarray(at + 4, at + 2 + length));
      if (found !== undefined) return found;
    }
    at += 2 + Math.max(2, length);
  }
  return 1;
}

function orientationIn(segment: Uint8Array): Orientation | undefined {
  if (segment.length < 14 || String.fromCharCode(...segment.subarray(0, 6)) !== EXIF) return undefined;
  const tiff = segment.subarray(6);
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = tiff[0] === 0x49;
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return undefined;
  const count = view.getUint16(directory, little);
  for (let index = 0; index < count; index++) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > tiff.length) return undefined;
    if (view.getUint16(entry, little) === ORIENTATION_TAG) return asOrientation(view.getUint16(entry + 8, little));
  }
  return undefined;
}

export function asOrientation(value: number | undefined): Orientation {
  switch (value) {
    case 2:
    case 3:
    case 4:
    case 5:
    case 6:
    case 7:
    case 8:
      return value;
    default:
      return 1;
  }
}
