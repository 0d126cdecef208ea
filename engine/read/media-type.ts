/** A PDF may follow up to 1,024 bytes of other data (ISO 32000-1, annex H.3.4.1). */
const PDF_HEADER_WINDOW = 1024;
/** How much of a text file is looked at. */
const TEXT_WINDOW = 4096;

interface Signature {
  readonly mediaType: string;
  readonly offset: number;
  readonly bytes: string;
}

/** Leading bytes ("magic numbers") as latin1 strings; the first match wins. */
const SIGNATURES: readonly Signature[] = [
  { mediaType: 'image/png', offset: 0, bytes: '\x89PNG\r\n\x1a\n' },
  { mediaType: 'image/jpeg', offset: 0, bytes: '\xff\xd8\xff' },
  { mediaType: 'image/webp', offset: 8, bytes: 'WEBP' },
  { mediaType: 'audio/wav', offset: 8, bytes: 'WAVE' },
  { mediaType: 'image/tiff', offset: 0, bytes: 'II*\x00' },
  { mediaType: 'image/tiff', offset: 0, bytes: 'MM\x00*' },
  { mediaType: 'image/gif', offset: 0, bytes: 'GIF8' },
  { mediaType: 'image/bmp', offset: 0, bytes: 'BM' },
  { mediaType: 'image/jp2', offset: 4, bytes: 'jP  ' },
  { mediaType: 'image/heic', offset: 4, bytes: 'ftypheic' },
  { mediaType: 'image/heic', offset: 4, bytes: 'ftypmif1' },
  { mediaType: 'image/avif', offset: 4, bytes: 'ftypavif' },
  { mediaType: 'audio/mp4', offset: 4, bytes: 'ftypM4A' },
  { mediaType: 'video/mp4', offset: 4, bytes: 'ftyp' },
  { mediaType: 'audio/mpeg', offset: 0, bytes: 'ID3' },
  { mediaType: 'audio/mpeg', offset: 0, bytes: '\xff\xfb' },
  { mediaType: 'audio/ogg', offset: 0, bytes: 'OggS' },
  { mediaType: 'audio/flac', offset: 0, bytes: 'fLaC' },
  { mediaType: 'application/x-ole-storage', offset: 0, bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' },
  { mediaType: 'application/gzip', offset: 0, bytes: '\x1f\x8b' },
  { mediaType: 'application/rtf', offset: 0, bytes: '{\\rtf' },
];

/** Names in a ZIP's first kilobytes that tell the office formats apart. */
const ZIP_MEMBERS: readonly (readonly [marker: string, mediaType: string])[] = [
  ['word/', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['mimetypeapplication/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.text'],
  ['mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'application/vnd.oasis.opendocument.spreadsheet'],
];

const MAIL_HEADER = /^(?:from|to|subject|date|received|return-path|mime-version|message-id|delivered-to|x-[\w-]+): /im;

/**
 * The media type of a file by its content; names and declared types are not trusted. `undefined` when there is nothing
 * in it (no bytes, or only white space and NULs); `application/octet-stream` when nothing is recognised.
 */
export function detectMediaType(bytes: Uint8Array): string | undefined {
  if (isBlank(bytes)) return undefined;
  const head = latin1(bytes, 0, TEXT_WINDOW);
  for (const { mediaType, offset, bytes: magic } of SIGNATURES) {
    if (head.startsWith(magic, offset)) return mediaType;
  }
  if (head.slice(0, PDF_HEADER_WINDOW + 5).includes('%PDF-')) return 'application/pdf';
  if (looksLikePdfBody(bytes, head)) return 'application/pdf';
  if (head.startsWith('PK\x03\x04')) {
    return ZIP_MEMBERS.find(([marker]) => head.includes(marker))?.[1] ?? 'application/zip';
  }
  return textType(bytes, head);
}

/** A PDF whose header line was lost: it starts with an object and ends as PDFs end. */
function looksLikePdfBody(bytes: Uint8Array, head: string): boolean {
  return (
    /^(?:%[^\n]*\n)?\s*\d+ \d+ obj\b/.test(head) &&
    latin1(bytes, Math.max(0, bytes.length - 1024), 1024).includes('%%EOF')
  );
}

function textType(bytes: Uint8Array, head: string): string {
  const utf16 = head.startsWith('\xff\xfe') || head.startsWith('\xfe\xff') || /^(?:<\0|\0<)/.test(head);
  const text = (utf16 ? head.replaceAll('\0', '') : head)
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .trimStart();
  if (/^<!doctype html|^<html[\s>]/i.test(text)) return 'text/html';
  if (/^<(?:\?xml|[A-Za-z_][\w.-]*(?::[\w.-]+)?[\s>/]|!--|!DOCTYPE)/.test(text)) {
    return /<html[\s>]/i.test(text.slice(0, 1000)) ? 'text/html' : 'application/xml';
  }
  if (!utf16 && hasBinary(bytes)) return 'application/octet-stream';
  if (MAIL_HEADER.test(text.slice(0, text.search(/\r?\n\r?\n/) + 1))) return 'message/rfc822';
  if (/^[[{]/.test(text) && /[\]}]\s*$/.test(latin1(bytes, Math.max(0, bytes.length - 64), 64)))
    return 'application/json';
  return 'text/plain';
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0 || byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

function hasBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, TEXT_WINDOW).some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b));
}

function latin1(bytes: Uint8Array, start: number, length: number): string {
  let text = '';
  for (const byte of bytes.subarray(start, start + length)) text += String.fromCharCode(byte);
  return text;
}
