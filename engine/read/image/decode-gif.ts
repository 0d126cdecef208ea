import { type DecodeOptions, type DecodeOutcome, decodeFailure } from './picture.ts';
import { rowSink } from './row-sink.ts';

/** The first frame is decompressed as a whole, at one byte per pixel. */
const MAX_SOURCE_PIXELS = 32_000_000;
const MAX_CODES = 4096;
/** First rows and steps of the passes of an interlaced frame (GIF89a, appendix E). */
const PASSES = [
  [0, 8],
  [4, 8],
  [2, 4],
  [1, 2],
] as const;

/** Decodes the first frame of a GIF (GIF89a) on a white background. */
export function decodeGif(bytes: Uint8Array, options: DecodeOptions): DecodeOutcome {
  const damaged = decodeFailure('damaged', 'The GIF is damaged: it holds no picture.');
  const flags = bytes[10] ?? 0;
  let at = 13 + tableBytes(flags);
  let transparent = -1;
  while (at < bytes.length && bytes[at] === 0x21) {
    // A graphic control extension may name a transparent colour.
    if (bytes[at + 1] === 0xf9 && ((bytes[at + 3] ?? 0) & 1) === 1) transparent = bytes[at + 6] ?? -1;
    at = behindBlocks(bytes, at + 2);
  }
  if (bytes[at] !== 0x2c || at + 10 >= bytes.length) return damaged;
  const two = (from: number) => (bytes[from] ?? 0) | ((bytes[from + 1] ?? 0) << 8);
  const width = two(at + 5);
  const height = two(at + 7);
  const own = bytes[at + 9] ?? 0;
  const hasOwnTable = (own & 0x80) !== 0;
  const table = hasOwnTable ? at + 10 : 13;
  if (width === 0 || height === 0 || (!hasOwnTable && (flags & 0x80) === 0)) return damaged;
  if (width * height > MAX_SOURCE_PIXELS) {
    return decodeFailure('too_large', `The GIF has ${width} × ${height} pixels; that is too many.`);
  }
  const data = at + 10 + tableBytes(own);
  const indices = unpack(joinBlocks(bytes, data + 1), bytes[data] ?? 0, width * height);
  const size = { width, height };
  const sink = rowSink(size, 3, options);
  const rgb = new Uint8Array(width * 3);
  const places = rowPlaces(height, (own & 0x40) !== 0);
  for (let y = 0; y < height; y++) {
    const row = (places[y] ?? y) * width;
    for (let x = 0; x < width; x++) {
      const index = indices[row + x] ?? 0;
      for (let c = 0; c < 3; c++) rgb[3 * x + c] = index === transparent ? 255 : (bytes[table + index * 3 + c] ?? 0);
    }
    sink.add(rgb);
  }
  return { ok: true, picture: sink.finish(), source: size };
}

function tableBytes(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * (2 << (flags & 7));
}

function behindBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0);
  return at + 1;
}

function joinBlocks(bytes: Uint8Array, from: number): Uint8Array {
  const whole = new Uint8Array(bytes.length - Math.min(from, bytes.length));
  let to = 0;
  for (let at = from; at < bytes.length && bytes[at] !== 0; at += 1 + (bytes[at] ?? 0)) {
    const block = bytes.subarray(at + 1, at + 1 + (bytes[at] ?? 0));
    whole.set(block, to);
    to += block.length;
  }
  return whole.subarray(0, to);
}

/** Maps stored rows to image rows. */
function rowPlaces(height: number, interlaced: boolean): readonly number[] {
  if (!interlaced) return [];
  const places: number[] = [];
  let stored = 0;
  for (const [first, step] of PASSES) for (let y = first; y < height; y += step) places[y] = stored++;
  return places;
}

/** LZW with the least significant bit first (GIF89a, appendix F); missing pixels get colour 0. */
function unpack(data: Uint8Array, minimum: number, size: number): Uint8Array {
  const out = new Uint8Array(size);
  if (minimum < 1 || minimum > 11) return out;
  const clear = 1 << minimum;
  const starts = new Uint32Array(MAX_CODES);
  const lengths = new Uint32Array(MAX_CODES);
  let next = clear + 2;
  let width = minimum + 1;
  let previousAt = -1;
  let previousLength = 0;
  let to = 0;
  for (let bit = 0; to < size && bit + width <= data.length * 8; ) {
    const byte = bit >> 3;
    const word = (data[byte] ?? 0) | ((data[byte + 1] ?? 0) << 8) | ((data[byte + 2] ?? 0) << 16);
    const code = (word >> (bit & 7)) & ((1 << width) - 1);
    bit += width;
    if (code === clear) {
      next = clear + 2;
      width = minimum + 1;
      previousAt = -1;
      continue;
    }
    if (code === clear + 1) break;
    const at = to;
    if (code < clear) out[to++] = code;
    else if (code < next && previousAt >= 0) {
      const from = starts[code] ?? 0;
      for (let k = 0; k < (lengths[code] ?? 0) && to < size; k++) out[to++] = out[from + k] ?? 0;
    } else if (code === next && previousAt >= 0) {
      for (let k = 0; k < previousLength && to < size; k++) out[to++] = out[previousAt + k] ?? 0;
      if (to < size) out[to++] = out[previousAt] ?? 0;
    } else break;
    if (previousAt >= 0 && next < MAX_CODES) {
      starts[next] = previousAt;
      lengths[next] = previousLength + 1;
      next += 1;
      if (next === 1 << width && width < 12) width += 1;
    }
    previousAt = at;
    previousLength = to - at;
  }
  return out;
}
