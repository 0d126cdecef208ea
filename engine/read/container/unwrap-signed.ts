/**
 * Extracts the content of a signed file (CAdES, `.p7m`; RFC 5652), DER or BER, binary or base64. The signature is not
 * verified, so the signer stays unknown.
 */
import { detectMediaType } from '../media-type.ts';
import type { Unwrapped } from './part.ts';

const OCTET_STRING = 0x04;
const SEQUENCE = 0x30;
const SET = 0x31;
const EXPLICIT_0 = 0xa0;
const CONSTRUCTED = 0x20;
/** Maximum nesting of content chunks; real files nest at most two deep. */
const MAX_DEPTH = 4;
/** Maximum nesting of elements of indefinite length; a signed file has fewer than ten. */
const MAX_OPEN_ENDED = 16;

interface Element {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
  /** Offset of the next element. */
  readonly next: number;
}

export function unwrapSigned(bytes: Uint8Array): Unwrapped {
  const der = bytes[0] === SEQUENCE ? bytes : fromBase64(bytes);
  const content = der === undefined ? undefined : signedContent(der);
  if (content === undefined || content.length === 0) {
    const message = 'The signed file is damaged, or holds only the signature and not the document.';
    return { ok: false, error: { code: 'damaged', message } };
  }
  const mediaType = detectMediaType(content);
  return { ok: true, parts: [{ kind: 'file', name: '', bytes: content, mediaType }], leftOut: [] };
}

/** ContentInfo › [0] › SignedData › version, algorithms, EncapsulatedContentInfo › type, [0] › octets. */
function signedContent(bytes: Uint8Array): Uint8Array | undefined {
  const info = elementAt(bytes, 0, bytes.length);
  if (info?.tag !== SEQUENCE) return undefined;
  const wrapped = childrenOf(bytes, info).find(({ tag }) => tag === EXPLICIT_0);
  const signed = wrapped && childrenOf(bytes, wrapped)[0];
  if (signed?.tag !== SEQUENCE) return undefined;
  const children = childrenOf(bytes, signed);
  const algorithms = children.findIndex(({ tag }) => tag === SET);
  const encapsulated = children[algorithms + 1];
  if (algorithms < 0 || encapsulated?.tag !== SEQUENCE) return undefined;
  const content = childrenOf(bytes, encapsulated).find(({ tag }) => tag === EXPLICIT_0);
  const octets = content && childrenOf(bytes, content)[0];
  return octets === undefined ? undefined : octetsOf(bytes, octets, 0);
}

/** An octet string, either whole or as consecutive chunks. */
function octetsOf(bytes: Uint8Array, element: Element, depth: number): Uint8Array | undefined {
  if (element.tag === OCTET_STRING) return bytes.subarray(element.start, element.end);
  if (element.tag !== (OCTET_STRING | CONSTRUCTED) || depth >= MAX_DEPTH) return undefined;
  const pieces = childrenOf(bytes, element).map((child) => octetsOf(bytes, child, depth + 1));
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + (piece?.length ?? 0), 0));
  let at = 0;
  for (const piece of pieces) {
    if (piece === undefined) return undefined;
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function childrenOf(bytes: Uint8Array, parent: Element): Element[] {
  const children: Element[] = [];
  let at = parent.start;
  while (at < parent.end) {
    const child = elementAt(bytes, at, parent.end);
    if (child === undefined) break;
    children.push(child);
    at = child.next;
  }
  return children;
}

/** Parses tag, length and content (X.690). An element of indefinite length ends at two zero bytes. */
function elementAt(bytes: Uint8Array, at: number, limit: number, depth = 0): Element | undefined {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || at + 2 > limit) return undefined;
  if (first === 0x80) return depth < MAX_OPEN_ENDED ? openEnded(bytes, tag, at + 2, limit, depth + 1) : undefined;
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (lengthBytes > 4) return undefined;
  let length = first < 0x80 ? first : 0;
  for (let index = 0; index < lengthBytes; index++) length = length * 256 + (bytes[at + 2 + index] ?? 0);
  const start = at + 2 + lengthBytes;
  const end = start + length;
  return end > limit ? undefined : { tag, start, end, next: end };
}

/** `depth` is the number of nested elements of indefinite length, including this one. */
function openEnded(bytes: Uint8Array, tag: number, start: number, limit: number, depth: number): Element | undefined {
  let at = start;
  while (at + 1 < limit && !(bytes[at] === 0 && bytes[at + 1] === 0)) {
    if (bytes[at + 1] === 0x80 && at - start > 0 && tag === 0) return undefined;
    const child = elementAt(bytes, at, limit, depth);
    if (child === undefined) return undefined;
    at = child.next;
  }
  return at + 1 < limit ? { tag, start, end: at, next: at + 2 } : undefined;
}

function fromBase64(bytes: Uint8Array): Uint8Array | undefined {
  const text = new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/-----[A-Z0-9 ]+-----/g, '')
    .replace(/\s+/g, '');
  try {
    const binary = atob(text);
    const bytesOfText = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at++) bytesOfText[at] = binary.charCodeAt(at);
    return bytesOfText;
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
