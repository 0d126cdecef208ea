import type { EngineHost } from '#engine/model';
import { inflateInSteps } from '../inflate.ts';

/** Streams are unpacked by pdfium in one step each; more than this would hold the event loop for longer than 250 ms. */
const MAX_UNPACKED = 32 * 1024 * 1024;
/** DEFLATE packs at most 1:1032: a shorter stream cannot unpack to more. */
const MIN_PACKED = Math.floor(MAX_UNPACKED / 1032);
/** Dictionaries of streams are shorter. */
const DICTIONARY_BYTES = 1_024;
/** Dictionary entries of images, fonts and embedded files, which pdfium decodes in bounded steps or not at all. */
const NOT_CONTENT = /\/(?:Subtype\s*\/Image|Image|FontFile\d?|EmbeddedFile|Length1)\b/;

const START = new TextEncoder().encode('stream');
const END = new TextEncoder().encode('endstream');

/** Whether a content stream of the PDF unpacks to more than pdfium may be given. Only long streams are looked into. */
export async function hasOversizedContent(bytes: Uint8Array, host: EngineHost): Promise<boolean> {
  for (let at = find(bytes, START, 0); at >= 0; at = find(bytes, START, at)) {
    const before = latin1(bytes.subarray(Math.max(0, at - DICTIONARY_BYTES), at));
    const dictionary = before.split('endobj').at(-1) ?? '';
    const afterWord = at + START.length;
    const start = afterWord + (bytes[afterWord] === 0x0d ? 2 : 1);
    const found = find(bytes, END, start);
    const end = found < 0 ? bytes.length : found;
    at = end + END.length;
    if (end - start < MIN_PACKED || !dictionary.includes('/FlateDecode') || NOT_CONTENT.test(dictionary)) continue;
    let unpacked = 0;
    const pause = () => host.pause();
    const ended = await inflateInSteps(bytes.subarray(start, end), 'zlib', pause, (piece) => {
      unpacked += piece.length;
      return unpacked <= MAX_UNPACKED;
    });
    if (ended === 'stopped') return true;
  }
  return false;
}

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** Index of a word from `from` on, -1 without one. The file is not turned into a string: it may have 40 MB. */
function find(bytes: Uint8Array, word: Uint8Array, from: number): number {
  const first = word[0] ?? 0;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (word.every((byte, offset) => bytes[at + offset] === byte)) return at;
  }
  return -1;
}
