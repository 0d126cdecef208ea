import { type DecodeOptions, type DecodeOutcome, decodeFailure, MAX_SOURCE_SIDE } from './picture.ts';
import { rowSink } from './row-sink.ts';

const MAX_SOURCE_PIXELS = 100_000_000;
const PLAIN = 0;
const BIT_FIELDS = 3;

/** Decodes an uncompressed BMP with 1, 4, 8, 24 or 32 bits per pixel (BITMAPINFOHEADER and later). */
export function decodeBmp(bytes: Uint8Array, options: DecodeOptions): DecodeOutcome {
  if (bytes.length < 54) return decodeFailure('damaged', 'The BMP is damaged: its header cannot be read.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data = view.getUint32(10, true);
  const headerBytes = view.getUint32(14, true);
  const width = view.getInt32(18, true);
  const height = Math.abs(view.getInt32(22, true));
  const fromTop = view.getInt32(22, true) < 0;
  const bits = view.getUint16(28, true);
  const packing = view.getUint32(30, true);
  const isKnown = [1, 4, 8, 24, 32].includes(bits) && (packing === PLAIN || (packing === BIT_FIELDS && bits === 32));
  if (headerBytes < 40 || width <= 0 || height === 0 || !isKnown) {
    return decodeFailure('damaged', 'The BMP is damaged or of a kind that is not read.');
  }
  if (Math.max(width, height) > MAX_SOURCE_SIDE || width * height > MAX_SOURCE_PIXELS) {
    return decodeFailure('too_large', `The BMP has ${width} × ${height} pixels; that is too many.`);
  }
  const palette = 14 + headerBytes;
  const stride = Math.ceil((width * bits) / 32) * 4;
  const size = { width, height };
  const sink = rowSink(size, 3, options);
  const rgb = new Uint8Array(width * 3);
  for (let y = 0; y < height; y++) {
    const row = data + (fromTop ? y : height - 1 - y) * stride;
    for (let x = 0; x < width; x++) {
      let at = row + (x * bits) / 8;
      if (bits <= 8) {
        const bit = x * bits;
        const index = ((bytes[row + (bit >> 3)] ?? 0) >> (8 - bits - (bit & 7))) & ((1 << bits) - 1);
        at = palette + index * 4;
      }
      for (let c = 0; c < 3; c++) rgb[3 * x + c] = bytes[at + 2 - c] ?? 255;
    }
    sink.add(rgb);
  }
  return { ok: true, picture: sink.finish(), source: size };
}
