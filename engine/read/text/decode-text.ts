/** Byte order marks (Unicode standard, 23.8). */
const MARKS: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];
/** Characters examined to see whether every other byte is zero. */
const ZERO_WINDOW = 256;

/**
 * Decodes a file using its byte order mark, else the encoding that fits its bytes: UTF-16 if every other byte is zero,
 * UTF-8, Windows-1252. `declared` (from a header or a tag) takes precedence over the guess unless it is unknown.
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const mark = MARKS.find(([magic]) => magic.every((byte, index) => bytes[index] === byte));
  const candidates = [mark?.[1], utf16Guess(bytes), 'utf-8', declared, 'windows-1252'];
  // Valid non-ASCII UTF-8 is UTF-8 regardless of the declared encoding: text in other encodings is not valid UTF-8.
  for (const encoding of candidates) {
    if (encoding === undefined) continue;
    const text = decode(bytes, encoding);
    if (text !== undefined) return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  }
  return '';
}

function utf16Guess(bytes: Uint8Array): string | undefined {
  let even = 0;
  let odd = 0;
  const length = Math.min(bytes.length, 2 * ZERO_WINDOW) & ~1;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even += 1;
    if (bytes[i + 1] === 0) odd += 1;
  }
  const most = length / 2;
  if (odd > most * 0.7 && even === 0) return 'utf-16le';
  return even > most * 0.7 && odd === 0 ? 'utf-16be' : undefined;
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch (error) {
    // RangeError: unknown label. TypeError: the bytes are not valid in it. Both mean the same to the caller.
    if (error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
}
