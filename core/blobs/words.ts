import type { PageWord } from '../domain/result.ts';
import { sha256Hex } from '../security/digest.ts';

/**
 * Stores the words of all pages in one object that can be read page by page: a 4-byte big-endian length, a JSON index
 * with the byte length of each page, then the JSON of each page.
 */
const HEADER_BYTES = 4;
/** Fits the index of the largest document the engine reads (500 pages, 8 digits each). */
const INDEX_READ_BYTES = 8_192;
/** Words serialized before yielding to the event loop: about 5 ms of work. */
const WORDS_PER_SLICE = 5_000;

/** `pause` yields to the event loop. */
export async function writeWords(
  bucket: R2Bucket,
  key: string,
  pages: readonly (readonly PageWord[])[],
  pause: () => Promise<void>,
): Promise<void> {
  const encoder = new TextEncoder();
  const bodies: Uint8Array[] = [];
  let inSlice = 0;
  for (const words of pages) {
    bodies.push(encoder.encode(JSON.stringify(words)));
    inSlice += words.length;
    if (inSlice < WORDS_PER_SLICE) continue;
    inSlice = 0;
    await pause();
  }
  const index = encoder.encode(JSON.stringify(bodies.map((body) => body.byteLength)));
  const whole = new Uint8Array(
    HEADER_BYTES + index.byteLength + bodies.reduce((sum, body) => sum + body.byteLength, 0),
  );
  new DataView(whole.buffer).setUint32(0, index.byteLength);
  whole.set(index, HEADER_BYTES);
  let offset = HEADER_BYTES + index.byteLength;
  for (const body of bodies) {
    whole.set(body, offset);
    offset += body.byteLength;
  }
  await bucket.put(key, whole, {
    sha256: await sha256Hex(whole),
    httpMetadata: { contentType: 'application/octet-stream' },
  });
}

/**
 * Returns the JSON of one page's words (pages start at 1). Null if the object or the page does not exist, `damaged` if
 * the object's length differs from the total in its index.
 */
export async function readWords(bucket: R2Bucket, key: string, page: number): Promise<string | 'damaged' | null> {
  const head = await bucket.get(key, { range: { offset: 0, length: INDEX_READ_BYTES } });
  if (!head) return null;
  const bytes = await head.arrayBuffer();
  const index = readIndex(bytes);
  if (index === null || head.size !== index.start + total(index.lengths)) return 'damaged';
  const length = index.lengths[page - 1];
  if (length === undefined) return null;
  const offset = index.start + total(index.lengths.slice(0, page - 1));
  if (offset + length <= bytes.byteLength) return new TextDecoder().decode(bytes.slice(offset, offset + length));
  const body = await bucket.get(key, { range: { offset, length } });
  if (!body) return null;
  const words = await body.arrayBuffer();
  return words.byteLength === length ? new TextDecoder().decode(words) : 'damaged';
}

/** JSON texts of the words of each page; null when there is no object, or it is not what its index adds up to. */
export async function readWordsOfPages(bucket: R2Bucket, key: string): Promise<readonly string[] | null> {
  const object = await bucket.get(key);
  if (!object) return null;
  const bytes = await object.arrayBuffer();
  const index = readIndex(bytes);
  if (index === null || bytes.byteLength !== index.start + total(index.lengths)) return null;
  const decoder = new TextDecoder();
  let offset = index.start;
  return index.lengths.map((length) => {
    const text = decoder.decode(bytes.slice(offset, offset + length));
    offset += length;
    return text;
  });
}

/**
 * Returns the offset of the first page and the byte length of each, or null if the object is too short to contain an
 * index.
 */
function readIndex(bytes: ArrayBuffer): { readonly start: number; readonly lengths: readonly number[] } | null {
  if (bytes.byteLength < HEADER_BYTES) return null;
  const start = HEADER_BYTES + new DataView(bytes).getUint32(0);
  const text = new TextDecoder().decode(bytes.slice(HEADER_BYTES, start));
  if (start > bytes.byteLength || !/^\[[\d,]*\]$/.test(text)) return null;
  const lengths: readonly number[] = JSON.parse(text);
  return { start, lengths };
}

const total = (lengths: readonly number[]): number => lengths.reduce((sum, each) => sum + each, 0);
