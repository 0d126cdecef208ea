/** A stream of a PDF, found by keywords: the cross-reference table is ignored, so a forged one cannot mislead. */
export interface ContentStream {
  /** The end of the object before the data; contains the stream's dictionary. */
  readonly dictionary: string;
  /** Still compressed. */
  readonly data: Uint8Array;
}

/** Maximum length of a stream's dictionary. */
const DICTIONARY_BYTES = 1_024;

const START = new TextEncoder().encode('stream');
const END = new TextEncoder().encode('endstream');
const CARRIAGE_RETURN = 0x0d;

/** Yields every stream of the file in order. The file is not converted to a string: it may have 40 MB. */
export function* contentStreams(bytes: Uint8Array): Generator<ContentStream> {
  for (let at = findWord(bytes, START, 0); at >= 0; at = findWord(bytes, START, at)) {
    const before = new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, at - DICTIONARY_BYTES), at));
    const afterWord = at + START.length;
    const start = afterWord + (bytes[afterWord] === CARRIAGE_RETURN ? 2 : 1);
    const found = findWord(bytes, END, start);
    const end = found < 0 ? bytes.length : found;
    at = end + END.length;
    yield { dictionary: before.split('endobj').at(-1) ?? '', data: bytes.subarray(start, end) };
  }
}

/** Index of an ASCII word at or after `from`; -1 if absent. */
export function findWord(bytes: Uint8Array, word: Uint8Array, from: number): number {
  const first = word[0] ?? 0;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (word.every((byte, offset) => bytes[at + offset] === byte)) return at;
  }
  return -1;
}
