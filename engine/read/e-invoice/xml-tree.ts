/**
 * Parses XML into a small tree of local names. Must never expand entities: a DOCTYPE is rejected, only the five
 * predefined entities and character references are decoded, and depth and size are bounded.
 */
import { Parser } from 'htmlparser2';
import { MAX_XML_BYTES, MAX_XML_DEPTH } from '../limits.ts';
import { feedMarkup } from '../text/feed-markup.ts';
import { findXmlFault } from './check-xml.ts';
import { decodeXml } from './decode-xml.ts';
import { TreeBuilder } from './tree-builder.ts';
import type { XmlNode } from './xml-node.ts';

export interface XmlTree {
  readonly root: XmlNode;
  /** Elements whose text was longer than is read. */
  readonly cut: readonly XmlNode[];
}

/**
 * The elements of a file; `too-large` beyond the limits of size; `undefined` when the file is not well-formed, has a
 * DOCTYPE, or nests deeper than any invoice. Gives the event loop a turn between pieces of the file.
 */
export async function parseXml(
  bytes: Uint8Array,
  pause: () => Promise<void>,
): Promise<XmlTree | 'too-large' | undefined> {
  if (bytes.byteLength > MAX_XML_BYTES) return 'too-large';
  await pause();
  const text = decodeXml(bytes)
    ?.replace(/^\uFEFF/, '')
    .trimStart();
  await pause();
  if (text === undefined || hasDoctype(text)) return undefined;
  const fault = await findXmlFault(text, pause);
  if (fault !== undefined) return fault === 'too-large' ? fault : undefined;
  await pause();
  const tree = new TreeBuilder();
  const parser = new Parser(tree.events, { xmlMode: true, decodeEntities: false });
  await feedMarkup(parser, text, () => tree.depth, MAX_XML_DEPTH, pause);
  return tree.root && { root: tree.root, cut: tree.cut };
}

/** A DOCTYPE can only precede the root element, after comments and processing instructions. */
function hasDoctype(text: string): boolean {
  const prolog = text.replace(/^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)+/, '');
  return /^<!DOCTYPE/i.test(prolog);
}
