/** Byte order marks and the first bytes of `<?xml` without one (XML 1.0, appendix F). */
const STARTS: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0x3c, 0x00], 'utf-16le'],
  [[0x00, 0x3c], 'utf-16be'],
];

/**
 * Decodes an XML file in the encoding given by its first bytes or its declaration, UTF-8 otherwise. Returns `undefined`
 * if the encoding is unknown or the bytes are invalid in it. Files declared as UTF-8 that contain Windows-1252 bytes
 * are common, so they are decoded as Windows-1252.
 */
export function decodeXml(bytes: Uint8Array): string | undefined {
  const start = STARTS.find(([magic]) => magic.every((byte, index) => bytes[index] === byte));
  const encoding = start?.[1] ?? declaredEncoding(bytes) ?? 'utf-8';
  return decode(bytes, encoding) ?? (encoding === 'utf-8' ? decode(bytes, 'windows-1252') : undefined);
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const label = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1]?.toLowerCase();
  // A declaration that is readable byte by byte cannot be in UTF-16, even if it declares UTF-16.
  return label === 'utf8' || label?.startsWith('utf-16') ? 'utf-8' : label;
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
