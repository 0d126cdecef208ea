/**
 * XML as a small tree of local names. It must never expand entities: a DOCTYPE is refused, only the five predefined
 * entities and character references are decoded, depth and size are bounded.
 */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { MAX_XML_BYTES, MAX_XML_DEPTH } from '../limits.ts';
import { decodeXml } from './decode-xml.ts';

export interface XmlNode {
  /** Local name, without prefix. */
  readonly name: string;
  /** From the root, with a position where siblings share the name: `/Invoice/InvoiceLine[2]/ID`. */
  readonly path: string;
  /** By their full names, namespace declarations included. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** Own text, white space at the ends dropped. */
  readonly text: string;
}

const TEXT = '#text';
const CDATA = '#cdata';
const ATTRIBUTES = ':@';

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  cdataPropName: CDATA,
  textNodeName: TEXT,
  maxNestedTags: MAX_XML_DEPTH,
});

/** The root element, or `undefined` when the file is not well-formed, has a DOCTYPE, or exceeds the bounds. */
export function parseXml(bytes: Uint8Array): XmlNode | undefined {
  if (bytes.byteLength > MAX_XML_BYTES) return undefined;
  const text = decodeXml(bytes)
    ?.replace(/^\uFEFF/, '')
    .trimStart();
  if (text === undefined || hasDoctype(text) || isTooDeep(text)) return undefined;
  if (XMLValidator.validate(text) !== true) return undefined;
  const parsed: unknown = parser.parse(text);
  const roots = childNodes(parsed, '');
  return roots.length === 1 ? roots[0] : undefined;
}

/** A DOCTYPE can only stand before the root element, after comments and processing instructions. */
function hasDoctype(text: string): boolean {
  const prolog = text.replace(/^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)+/, '');
  return /^<!DOCTYPE/i.test(prolog);
}

/** Counted before the parser runs, whose cost grows with the square of the depth. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [tag] of text.matchAll(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\/?[A-Za-z_][^<>]*>/g)) {
    if (tag.startsWith('<!') || tag.endsWith('/>')) continue;
    depth += tag.startsWith('</') ? -1 : 1;
    if (depth > MAX_XML_DEPTH) return true;
  }
  return false;
}

function childNodes(items: unknown, parentPath: string): XmlNode[] {
  if (!Array.isArray(items)) return [];
  const elements = items.filter(isElement).map((item) => {
    const tag = tagName(item);
    return { item, tag, name: tag.slice(tag.indexOf(':') + 1) };
  });
  const counts = new Map<string, number>();
  for (const { name } of elements) counts.set(name, (counts.get(name) ?? 0) + 1);
  const seen = new Map<string, number>();
  return elements.map(({ item, tag, name }) => {
    const position = (seen.get(name) ?? 0) + 1;
    seen.set(name, position);
    const path = `${parentPath}/${name}${(counts.get(name) ?? 0) > 1 ? `[${position}]` : ''}`;
    const content = item[tag];
    return { name, path, attributes: attributesOf(item), children: childNodes(content, path), text: textOf(content) };
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isElement(item: unknown): item is Record<string, unknown> {
  return isRecord(item) && !(TEXT in item) && !(CDATA in item);
}

function tagName(item: Record<string, unknown>): string {
  return Object.keys(item).find((key) => key !== ATTRIBUTES) ?? '';
}

function attributesOf(item: Record<string, unknown>): Record<string, string> {
  const attributes = item[ATTRIBUTES];
  if (!isRecord(attributes)) return {};
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, decodeReferences(String(value))]));
}

function textOf(content: unknown): string {
  if (!Array.isArray(content)) return '';
  let text = '';
  for (const item of content) {
    if (!isRecord(item)) continue;
    if (typeof item[TEXT] === 'string') text += decodeReferences(item[TEXT]);
    else if (CDATA in item) text += textOf(item[CDATA]).length > 0 ? rawTextOf(item[CDATA]) : '';
  }
  return text.trim();
}

/** Text of a CDATA section: references in it are literal. */
function rawTextOf(content: unknown): string {
  if (!Array.isArray(content)) return '';
  return content.map((item) => (isRecord(item) && typeof item[TEXT] === 'string' ? item[TEXT] : '')).join('');
}

const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeReferences(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/g, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return PREDEFINED[name] ?? whole;
    const codePoint = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
    return codePoint > 0 && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : whole;
  });
}
