import type { EngineHost } from '#engine/model';
import { inflateInSteps } from '../inflate.ts';
import { type DecodeOptions, type DecodeOutcome, decodeFailure, MAX_SOURCE_SIDE, type Picture } from './picture.ts';
import { type PngHeader, SAMPLES } from './png-header.ts';
import { type PngRowReader, pngRowReader } from './png-rows.ts';
import { rowSink } from './row-sink.ts';

/** A row with more bytes does not come from a document; bounds the two rows held in memory. */
const MAX_ROW_BYTES = 1024 * 1024;
/** Larger than any scan (A3 at 600 dpi has 70 million pixels); bounds the decompression time. */
const MAX_SOURCE_PIXELS = 100_000_000;
/** An interlaced image (Adam7) is decompressed completely before it can be downscaled. */
const MAX_INTERLACED_BYTES = 32 * 1024 * 1024;

/**
 * Decodes a PNG of any colour type and depth on white, row by row. A truncated file yields the rows it contains; data
 * after the last row is not decompressed.
 */
export async function decodePng(bytes: Uint8Array, options: DecodeOptions, host: EngineHost): Promise<DecodeOutcome> {
  const header = readHeader(bytes);
  if (header === undefined) return decodeFailure('damaged', 'The PNG is damaged: its header cannot be read.');
  const { width, height } = header;
  const rowBytes = Math.ceil((width * header.bitDepth * (SAMPLES[header.colourType] ?? 4)) / 8);
  const isTooLarge =
    Math.max(width, height) > MAX_SOURCE_SIDE ||
    rowBytes > MAX_ROW_BYTES ||
    width * height > MAX_SOURCE_PIXELS ||
    (header.interlaced && width * height * 3 > MAX_INTERLACED_BYTES);
  if (isTooLarge) return decodeFailure('too_large', `The PNG has ${width} × ${height} pixels; that is too many.`);
  const sink = rowSink(header, 3, options);
  const rows = pngRowReader(header, (row) => sink.add(row));
  const complete = await unpack(header.data, rows, host);
  if (!complete && rows.count() === 0) return decodeFailure('damaged', 'The PNG is damaged: it holds no picture.');
  rows.finish();
  const picture: Picture = sink.finish();
  return { ok: true, picture, source: { width, height } };
}

/** False if the data is corrupt before the image is complete; the rows before that have been emitted. */
async function unpack(
  data: readonly Uint8Array[],
  rows: Pick<PngRowReader, 'add' | 'isComplete'>,
  host: EngineHost,
): Promise<boolean> {
  const pause = () => host.pause();
  const end = await inflateInSteps(data, 'zlib', pause, (piece) => {
    rows.add(piece);
    return !rows.isComplete();
  });
  return end !== 'broken';
}

function readHeader(bytes: Uint8Array): PngHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33 || view.getUint32(12) !== 0x49484452) return undefined;
  let palette: Uint8Array = new Uint8Array(0);
  let transparency: Uint8Array = new Uint8Array(0);
  const data: Uint8Array[] = [];
  for (let at = 33; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = view.getUint32(at + 4);
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (type === 0x504c5445) palette = body;
    else if (type === 0x74524e53) transparency = body;
    else if (type === 0x49444154) data.push(body);
    else if (type === 0x49454e44) break;
    at += 12 + length;
  }
  const [bitDepth = 0, colourType = 0, , , interlace = 0] = bytes.subarray(24, 29);
  const width = view.getUint32(16);
  const height = view.getUint32(20);
  const valid = SAMPLES[colourType] !== undefined && [1, 2, 4, 8, 16].includes(bitDepth) && width > 0 && height > 0;
  return valid
    ? { width, height, bitDepth, colourType, interlaced: interlace === 1, palette, transparency, data }
    : undefined;
}
