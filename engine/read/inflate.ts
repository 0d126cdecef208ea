import { FlateErrorCode, Inflate } from 'fflate';

/**
 * Compressed bytes inflated in one step. DEFLATE compresses at most 1:1032, so a step yields at most 4 MB (about 20
 * ms). The runtime's own `DecompressionStream` cannot be bounded: workerd inflates everything it is given, whether or
 * not it is read.
 */
const PACKED_STEP_BYTES = 4_096;
/**
 * The same behind a step that packed little, as scans and photos do: every step copies the 32 kB behind it, and longer
 * steps take a third less time. Where the next one is a bomb all the same it yields 17 MB.
 */
const LONG_STEP_BYTES = 16_384;
const LITTLE = 16;
/** Unpacked bytes between two turns of the event loop. */
const BYTES_PER_SLICE = 2 * 1024 * 1024;

/** A stored block has 64 kB; more compressed bytes than this without output lie after the end of the stream. */
const MAX_QUIET_BYTES = 80 * 1024;
/** Method 8, a checksum over both bytes, no dictionary (RFC 1950, section 2.2). */
const ZLIB_HEADER_BYTES = 2;
/** Chunks examined for the header; encoders write no empty ones. */
const MAX_HEADER_PARTS = 8;

/**
 * `stopped`: the consumer declined further data. `ended`: end of the data, complete or truncated. `broken`: not a
 * DEFLATE stream.
 */
export type InflateEnd = 'stopped' | 'ended' | 'broken';

/**
 * Inflates DEFLATE data (RFC 1951), whole or in chunks, with or without the zlib wrapper (RFC 1950), in steps of
 * bounded memory. `take` receives each chunk in order and returns whether to continue; nothing is inflated after it
 * returns false.
 */
export async function inflateInSteps(
  data: Uint8Array | readonly Uint8Array[],
  wrapper: 'none' | 'zlib',
  pause: () => Promise<void>,
  take: (piece: Uint8Array) => boolean,
): Promise<InflateEnd> {
  const parts = data instanceof Uint8Array ? [data] : data;
  if (wrapper === 'zlib' && !hasZlibHeader(firstBytes(parts))) return 'broken';
  let piece: Uint8Array = new Uint8Array(0);
  const stream = new Inflate((unpacked) => {
    piece = unpacked;
  });
  let header = wrapper === 'zlib' ? ZLIB_HEADER_BYTES : 0;
  let sincePause = 0;
  let quiet = 0;
  for (const part of parts) {
    const from = Math.min(header, part.length);
    header -= from;
    let stepBytes = PACKED_STEP_BYTES;
    for (let at = from, step = part; at < part.length; at += step.length) {
      step = part.subarray(at, at + stepBytes);
      if (!push(stream, step)) return 'broken';
      stepBytes = piece.length <= LITTLE * step.length ? LONG_STEP_BYTES : PACKED_STEP_BYTES;
      quiet = piece.length === 0 ? quiet + step.length : 0;
      if (quiet > MAX_QUIET_BYTES) return 'ended';
      if (piece.length > 0 && !take(piece)) return 'stopped';
      sincePause += piece.length;
      if (sincePause < BYTES_PER_SLICE) continue;
      sincePause = 0;
      await pause();
    }
  }
  return 'ended';
}

/** The first two bytes, which may be in different chunks. */
function firstBytes(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = parts.slice(0, MAX_HEADER_PARTS).flatMap((part) => [...part.subarray(0, ZLIB_HEADER_BYTES)]);
  return Uint8Array.from(bytes.slice(0, ZLIB_HEADER_BYTES));
}

function hasZlibHeader(data: Uint8Array): boolean {
  const [method = 0, flags = 0] = data;
  return (method & 0x0f) === 8 && (method * 256 + flags) % 31 === 0 && (flags & 0x20) === 0;
}

/**
 * False if the data is not valid DEFLATE. No step is flagged as final, so that truncated data yields what it contains.
 */
function push(stream: Inflate, step: Uint8Array): boolean {
  try {
    stream.push(step);
    return true;
  } catch (error) {
    if (isFlateError(error)) return false;
    throw error;
  }
}

const CODES: ReadonlySet<unknown> = new Set(Object.values(FlateErrorCode));

const isFlateError = (error: unknown): boolean => error instanceof Error && 'code' in error && CODES.has(error.code);
