import type { XmlNode } from './xml-node.ts';

/** Returns all nodes at a path of local names below `node`, in document order: `all(invoice, 'InvoiceLine/Item')`. */
export function all(node: XmlNode | undefined, path: string): readonly XmlNode[] {
  let found: readonly XmlNode[] = node === undefined ? [] : [node];
  for (const name of path.split('/')) {
    found = found.flatMap((parent) => parent.children.filter((child) => child.name === name));
  }
  return found;
}

/** Returns the first node that has text or children, trying the paths in order. */
export function first(node: XmlNode | undefined, ...paths: readonly string[]): XmlNode | undefined {
  for (const path of paths) {
    const found = all(node, path).find((candidate) => candidate.text !== '' || candidate.children.length > 0);
    if (found !== undefined) return found;
  }
  return undefined;
}
