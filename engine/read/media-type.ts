import { decodeText } from './text/decode-text.ts';
import { findDelimiter } from './text/parse-csv.ts';

/** A PDF may follow up to 1,024 bytes of other data (ISO 32000-1, annex H.3.4.1). */
const PDF_HEADER_WINDOW = 1024;
/** Bytes of a text file examined. */
const TEXT_WINDOW = 4096;
/** Bytes of a text examined to decide whether its lines are table rows. */
const CSV_WINDOW = 64 * 1024;

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

/** Names of first members that distinguish the formats built on ZIP. */
const ZIP_MEMBERS: readonly (readonly [start: string, mediaType: string])[] = [
  ['word/document', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/workbook', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/presentation', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
];
const OPEN_DOCUMENT = /^PK[\s\S]{28,60}?mimetype(application\/vnd\.oasis\.opendocument\.(?:text|spreadsheet))/;
/** Bytes at the end of a ZIP that are searched for its central directory. */
const ZIP_DIRECTORY_WINDOW = 256 * 1024;

/** The object identifier of signed data (RFC 5652, 5.1) in DER, and its maximum offset. */
const SIGNED_DATA = '\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02';
const SIGNED_DATA_WINDOW = 24;

/** The start of a page, or of a fragment as programs save it: no e-invoice has such a root. */
const HTML_START =
  /^<(?:!doctype html|(?:html|head|body|meta|style|table|div|span|p|h[1-6]|center|font|section|main|article|ul|ol|br)[\s>/])/i;

/** Header fields found only in mails; any document may contain `Date:` or `Subject:`. */
const MAIL_FIELD =
  /^(?:received|return-path|mime-version|message-id|delivered-to|x-[\w-]{1,60}): |^from: ?[^\n@]{0,200}@/im;
/** A header field, or the continuation of the previous one (RFC 5322, section 2.2). */
const HEADER_LINE = /^(?:[!-9;-~]{1,100}:|[ \t])/;

/** True for text that begins with a block of header fields and nothing else, up to the first empty line. */
function isMail(text: string): boolean {
  const end = text.search(/\r?\n\r?\n/);
  const block = text.slice(0, end < 0 ? text.length : end);
  return MAIL_FIELD.test(block) && block.split('\n').every((line) => HEADER_LINE.test(line));
}

/**
 * Detects the media type of a file from its content; names and declared types are not trusted. Returns `undefined` for
 * an empty file (no bytes, or only white space and NULs), and `application/octet-stream` for an unknown type.
 */
export function detectMediaType(bytes: Uint8Array): string | undefined {
  if (isBlank(bytes)) return undefined;
  const head = latin1(bytes, 0, TEXT_WINDOW);
  for (const { mediaType, offset, bytes: magic } of SIGNATURES) {
    if (head.startsWith(magic, offset)) return mediaType;
  }
  if (head.slice(0, PDF_HEADER_WINDOW + 5).includes('%PDF-')) return 'application/pdf';
  if (looksLikePdfBody(bytes, head)) return 'application/pdf';
  if (head.startsWith('PK\x03\x04')) return zipType(bytes, head);
  if (isSignedData(head)) return 'application/pkcs7-mime';
  return textType(bytes, head);
}

/** Decides by the names in the central directory: the first member differs between writers. */
function zipType(bytes: Uint8Array, head: string): string {
  const openDocument = OPEN_DOCUMENT.exec(head)?.[1];
  if (openDocument !== undefined) return openDocument;
  const tail = latin1(bytes, Math.max(0, bytes.length - ZIP_DIRECTORY_WINDOW), ZIP_DIRECTORY_WINDOW);
  const names = new Set<string>();
  for (let at = tail.indexOf('PK\x01\x02'); at >= 0; at = tail.indexOf('PK\x01\x02', at + 4)) {
    const length = tail.charCodeAt(at + 28) + 256 * tail.charCodeAt(at + 29);
    names.add(tail.slice(at + 46, at + 46 + length));
  }
  const known = ZIP_MEMBERS.find(([start]) => [...names].some((name) => name.startsWith(start)));
  return known?.[1] ?? 'application/zip';
}

/** True for binary data, and for base64 with or without its PEM lines. */
function isSignedData(head: string): boolean {
  if (head.startsWith('\x30')) return head.slice(0, SIGNED_DATA_WINDOW).includes(SIGNED_DATA);
  const coded = /^\s*(?:-----BEGIN (?:PKCS7|CMS)-----)?\s*(MI[A-Za-z0-9+/]{30})/.exec(head)?.[1];
  return coded !== undefined && atob(coded).includes(SIGNED_DATA);
}

/** A PDF that lost its header line: it starts with an object and ends with the PDF trailer. */
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
  if (HTML_START.test(text)) return 'text/html';
  if (/^<(?:\?xml|[A-Za-z_][\w.-]*(?::[\w.-]+)?[\s>/]|!--|!DOCTYPE)/.test(text)) {
    return /<html[\s>]/i.test(text.slice(0, 1000)) ? 'text/html' : 'application/xml';
  }
  if (!utf16 && hasBinary(bytes)) return 'application/octet-stream';
  if (isMail(text)) return 'message/rfc822';
  // A SWIFT message begins with its basic header block.
  if (/^[[{](?!1:)/.test(text) && /[\]}]\s*$/.test(latin1(bytes, Math.max(0, bytes.length - 64), 64)))
    return 'application/json';
  return findDelimiter(sampleOf(bytes)) === undefined ? 'text/plain' : 'text/csv';
}

/** Whole lines from the start of the file. */
function sampleOf(bytes: Uint8Array): string {
  const text = decodeText(bytes.subarray(0, CSV_WINDOW), 'windows-1252');
  return bytes.length <= CSV_WINDOW ? text : text.slice(0, text.lastIndexOf('\n') + 1);
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
