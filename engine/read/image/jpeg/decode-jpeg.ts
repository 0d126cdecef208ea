import type { EngineHost } from '#engine/model';
import { type DecodeOptions, type DecodeOutcome, decodeFailure } from '../picture.ts';
import { colourPicture } from './colours.ts';
import { decodeScan, finishPlanes, type Plane, planesFor } from './scans.ts';
import { type Frame, readFrame, readHuffman, readQuantisation, readScan, type Tables } from './segments.ts';

/** The coefficients of a progressive file are kept until its end: two bytes per sample. */
const MAX_PROGRESSIVE_SAMPLES = 16 * 1024 * 1024;

/**
 * Decodes baseline, extended and progressive Huffman JPEGs (ITU T.81) to grey or colour, downscaled by 2, 4 or 8 if the
 * limit requires it. Grey decodes only the luminance. A file that is truncated or corrupt midway yields what was
 * decoded so far; the rest is white.
 */
export async function decodeJpeg(bytes: Uint8Array, options: DecodeOptions, host: EngineHost): Promise<DecodeOutcome> {
  const tables: Tables = { quantisation: [], dc: [], ac: [], restartInterval: 0 };
  let frame: Frame | undefined;
  let planes: Plane[] = [];
  let scans = 0;
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || marker === 0xff || marker === 0 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) break;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const data = bytes.subarray(at + 4, at + 2 + length);
    at += 2 + Math.max(length, 2);
    if (marker === 0xdb) readQuantisation(data, tables);
    else if (marker === 0xc4) readHuffman(data, tables);
    else if (marker === 0xdd) tables.restartInterval = ((data[0] ?? 0) << 8) | (data[1] ?? 0);
    else if (marker === 0xee && data[0] === 0x41 && data.length >= 12) tables.adobeTransform = data[11] ?? 0;
    else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xcc) {
      if (frame !== undefined) break;
      if (marker > 0xc2) return decodeFailure('damaged', 'The picture uses a kind of JPEG that is not read.');
      frame = readFrame(marker, data);
      if (frame === undefined) return decodeFailure('damaged', 'The JPEG header is damaged.');
      const samples = frame.width * frame.height;
      if (frame.progressive && samples > MAX_PROGRESSIVE_SAMPLES) {
        return decodeFailure(
          'too_large',
          `The progressive JPEG has ${frame.width} × ${frame.height} pixels; that is too many.`,
        );
      }
      const made = planesFor(frame, options, tables.adobeTransform);
      if (made === undefined) return tooLarge(frame);
      planes = made;
    } else if (marker === 0xda && frame !== undefined) {
      const scan = readScan(data, frame);
      if (scan === undefined) break;
      const end = await decodeScan(bytes, at, frame, scan, tables, planes, host);
      if (end === undefined) break;
      scans += 1;
      at = end;
    }
  }
  if (frame === undefined || scans === 0) return decodeFailure('damaged', 'The JPEG is damaged: it holds no picture.');
  await finishPlanes(frame, tables, planes, host);
  const source = { width: frame.width, height: frame.height };
  return {
    ok: true,
    picture: await colourPicture(frame, planes, options.channels, tables.adobeTransform, host),
    source,
  };
}

function tooLarge({ width, height }: Frame): DecodeOutcome {
  return decodeFailure('too_large', `The JPEG has ${width} × ${height} pixels; that is too many.`);
}
