/** Byte-oriented compressions of TIFF 6.0. All stop silently at the end of the data or at invalid data. */
import { inflateInSteps } from '../../inflate.ts';

/** PackBits (TIFF 6.0, section 9). */
export function unpackBits(data: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  let to = 0;
  for (let at = 0; at < data.length && to < size; ) {
    const head = data[at++] ?? 0;
    if (head < 128) {
      const part = data.subarray(at, Math.min(at + head + 1, at + size - to));
      out.set(part, to);
      at += head + 1;
      to += head + 1;
    } else if (head > 128) {
      out.fill(data[at++] ?? 0, to, Math.min(size, to + 257 - head));
      to += 257 - head;
    }
  }
  return out;
}

const CLEAR = 256;
const END = 257;
const MAX_CODES = 4096;

/** LZW with the most significant bit first and TIFF's early change of code length (section 13). */
export function unpackLzw(data: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  // Each code is a range of the output: its start and length.
  const starts = new Uint32Array(MAX_CODES);
  const lengths = new Uint16Array(MAX_CODES);
  let next = END + 1;
  let width = 9;
  let to = 0;
  let previousAt = -1;
  let previousLength = 0;
  let bit = 0;
  while (to < size && bit + width <= data.length * 8) {
    const byte = bit >> 3;
    const word = ((data[byte] ?? 0) << 16) | ((data[byte + 1] ?? 0) << 8) | (data[byte + 2] ?? 0);
    const code = (word >> (24 - (bit & 7) - width)) & ((1 << width) - 1);
    bit += width;
    if (code === END) break;
    if (code === CLEAR) {
      next = END + 1;
      width = 9;
      previousAt = -1;
      continue;
    }
    const at = to;
    let length = 1;
    if (code < 256) out[to++] = code;
    else if (code < next) {
      length = lengths[code] ?? 0;
      for (let k = 0, from = starts[code] ?? 0; k < length && to < size; k++) out[to++] = out[from + k] ?? 0;
    } else if (code === next && previousAt >= 0) {
      length = previousLength + 1;
      for (let k = 0; k < previousLength && to < size; k++) out[to++] = out[previousAt + k] ?? 0;
      if (to < size) out[to++] = out[previousAt] ?? 0;
    } else break;
    if (previousAt >= 0 && next < MAX_CODES) {
      starts[next] = previousAt;
      lengths[next] = previousLength + 1;
      next += 1;
    }
    previousAt = at;
    previousLength = length;
    if (next + 1 >= 1 << width && width < 12) width += 1;
  }
  return out;
}

/** zlib. Output before an error is kept. */
export async function unpackDeflate(data: Uint8Array, size: number, pause: () => Promise<void>): Promise<Uint8Array> {
  const out = new Uint8Array(size);
  let to = 0;
  // Corrupt data ends the strip; the rows before it are kept.
  await inflateInSteps(data, 'zlib', pause, (piece) => {
    out.set(piece.subarray(0, size - to), to);
    to += piece.length;
    return to < size;
  });
  return out;
}
