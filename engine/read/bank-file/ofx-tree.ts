import { MAX_DESCRIPTION, type Pause } from './statement-parts.ts';

/** An element of an OFX file: with a text, or with children. */
export interface OfxNode {
  readonly name: string;
  readonly line: number;
  text: string;
  readonly children: OfxNode[];
}

/** OFX nests about ten deep. */
const MAX_DEPTH = 32;
/** Elements of a file: 20,000 movements of about 20 each. */
const MAX_ELEMENTS = 400_000;
/** Elements read between two turns of the event loop (about 10 ms). */
const ELEMENTS_PER_TURN = 5_000;
/** Letters of a tag with its attributes, of which OFX has none. */
const MAX_TAG = 200;

/**
 * The elements from `<OFX>` on. In SGML (version 1) an element with a text needs no end tag; in XML (version 2) all
 * have one. Undefined if the file breaks off; `too-large` beyond the limits.
 */
export async function parseOfx(text: string, pause: Pause): Promise<OfxNode | 'too-large' | undefined> {
  const start = text.search(/<OFX>/i);
  if (start < 0) return undefined;
  const root: OfxNode = { name: 'OFX', line: 1, text: '', children: [] };
  const open: OfxNode[] = [root];
  let line = lineBreaks(text.slice(0, start)) + 1;
  let elements = 0;
  for (let at = start + '<OFX>'.length; at < text.length; ) {
    const sign = text.indexOf('<', at);
    if (sign < 0) return undefined;
    line += lineBreaks(text.slice(at, sign));
    const end = text.indexOf('>', sign);
    if (end < 0 || end - sign > MAX_TAG) return undefined;
    const tag = text.slice(sign + 1, end).trim();
    const next = text.indexOf('<', end + 1);
    const { value, to } = textAfter(text, end + 1, next);
    at = to;
    if (tag.startsWith('/')) {
      const depth = closeTo(open, tag.slice(1).toUpperCase());
      if (depth === 0) return root;
      line += lineBreaks(text.slice(sign, at));
      continue;
    }
    elements += 1;
    if (elements > MAX_ELEMENTS || open.length > MAX_DEPTH) return 'too-large';
    if (elements % ELEMENTS_PER_TURN === 0) await pause();
    const isEmpty = tag.endsWith('/');
    const node: OfxNode = { name: nameOf(tag), line, text: decoded(value), children: [] };
    open.at(-1)?.children.push(node);
    if (!isEmpty && value === '') open.push(node);
    line += lineBreaks(text.slice(sign, at));
  }
  return undefined;
}

/** `STMTTRN` of `<STMTTRN>` or `<ns:STMTTRN />`. */
function nameOf(tag: string): string {
  const name = tag.split(/[\s/]/, 1)[0] ?? '';
  return name.slice(name.indexOf(':') + 1).toUpperCase();
}

/** The text up to the next tag, or a CDATA section. */
function textAfter(text: string, from: number, next: number): { readonly value: string; readonly to: number } {
  const CDATA = '<![CDATA[';
  if (next >= 0 && text.startsWith(CDATA, next)) {
    const end = text.indexOf(']]>', next);
    if (end >= 0) return { value: text.slice(next + CDATA.length, end).trim(), to: end + 3 };
  }
  const to = next < 0 ? text.length : next;
  return { value: text.slice(from, to).trim(), to };
}

/**
 * Closes the element of a name and those in it; returns the number of open ones. An element without text and end tag
 * (`<MEMO>` and nothing) holds what follows it; that belongs to the element around it.
 */
function closeTo(open: OfxNode[], name: string): number {
  const index = open.findLastIndex((node) => node.name === name);
  if (index < 0) return open.length;
  for (const empty of open.splice(index + 1).reverse()) open[index]?.children.push(...empty.children.splice(0));
  open.length = index;
  return index;
}

function lineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function decoded(value: string): string {
  const text = value.slice(0, MAX_DESCRIPTION);
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|(amp|lt|gt|quot|apos|nbsp));/g, (whole, number, name) => {
    if (typeof name === 'string') return ENTITIES[name] ?? whole;
    const point = Number(number);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

/** All nodes at a path below a node. */
export function nodesAt(node: OfxNode | undefined, path: string): readonly OfxNode[] {
  let found: readonly OfxNode[] = node === undefined ? [] : [node];
  for (const name of path.split('/')) {
    found = found.flatMap((parent) => parent.children.filter((child) => child.name === name));
  }
  return found;
}

export function nodeAt(node: OfxNode | undefined, path: string): OfxNode | undefined {
  return nodesAt(node, path)[0];
}

/** All nodes of the names, wherever they are; what is inside one of them is not searched. */
export function nodesNamed(node: OfxNode, names: ReadonlySet<string>): readonly OfxNode[] {
  return node.children.flatMap((child) => (names.has(child.name) ? [child] : nodesNamed(child, names)));
}
