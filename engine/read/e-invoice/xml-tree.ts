/**
 * Parses XML into a small tree of local names. Must never expand entities: a DOCTYPE is rejected, only the five
 * predefined entities and character references are decoded, and depth and size are bounded.
 */
import { XMLValidator } from 'fast-xml-parser';
import { Parser } from 'htmlparser2';
import { MAX_XML_BYTES, MAX_XML_DEPTH, MAX_XML_TAGS } from '../limits.ts';
import { feedMarkup } from '../text/feed-markup.ts';
import { decodeXml } from './decode-xml.ts';
import { finishTree, TreeBuilder } from './tree-builder.ts';
import type { XmlNode } from './xml-node.ts';

/**
 * Returns the root element; `too-large` beyond the limit on bytes or tags; `undefined` if the file is not well-formed,
 * contains a DOCTYPE, or is nested deeper than any invoice. Yields to the event loop between chunks.
 */
export async function parseXml(
  bytes: Uint8Array,
  pause: () => Promise<void>,
): Promise<XmlNode | 'too-large' | undefined> {
  if (bytes.byteLength > MAX_XML_BYTES) return 'too-large';
  const text = decodeXml(bytes)
    ?.replace(/^\uFEFF/, '')
    .trimStart();
  if (text === undefined || hasDoctype(text)) return undefined;
  const fault = countTags(text);
  if (fault !== undefined) return fault === 'too-large' ? fault : undefined;
  await pause();
  if (XMLValidator.validate(text) !== true) return undefined;
  await pause();
  const tree = new TreeBuilder();
  const parser = new Parser(tree.events, { xmlMode: true, decodeEntities: false });
  await feedMarkup(parser, text, () => tree.depth, MAX_XML_DEPTH, pause);
  return finishTree(tree.root);
}

/** A DOCTYPE can only precede the root element, after comments and processing instructions. */
function hasDoctype(text: string): boolean {
  const prolog = text.replace(/^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)+/, '');
  return /^<!DOCTYPE/i.test(prolog);
}

/** Counts tags before anything else runs, because the validator cannot yield. */
function countTags(text: string): 'too-large' | 'too-deep' | 'not-closed' | undefined {
  let depth = 0;
  let tags = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const skipped = SKIPPED.find(({ start }) => text.startsWith(start, at));
    const end = text.indexOf(skipped?.end ?? '>', at + 1);
    if (end < 0) return 'not-closed';
    if (skipped === undefined) {
      tags += 1;
      if (text.charAt(end - 1) !== '/') depth += text.charAt(at + 1) === '/' ? -1 : 1;
      if (tags > MAX_XML_TAGS) return 'too-large';
      if (depth > MAX_XML_DEPTH) return 'too-deep';
    }
    at = end;
  }
  return undefined;
}

/** Constructs that begin like a tag but are not one. */
const SKIPPED = [
  { start: '<!--', end: '-->' },
  { start: '<![CDATA[', end: ']]>' },
  { start: '<?', end: '?>' },
] as const;
