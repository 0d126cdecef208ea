import { MAX_XML_TEXT } from '../limits.ts';
import type { XmlNode } from './xml-node.ts';

interface OpenNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: OpenNode[];
  /** Text decoded so far. */
  text: string;
}

/** Collects the elements of a well-formed XML file from parser events. */
export class TreeBuilder {
  readonly #roots: OpenNode[] = [];
  readonly #open: OpenNode[] = [];
  /** Undecoded text since the last tag: the parser may split it inside a reference. */
  #raw = '';
  #isCdata = false;

  /** The root element, if there is exactly one. */
  get root(): OpenNode | undefined {
    return this.#roots.length === 1 ? this.#roots[0] : undefined;
  }

  get depth(): number {
    return this.#open.length;
  }

  /** Handlers for a parser that does not decode entities. */
  readonly events = {
    onopentag: (name: string, attributes: Readonly<Record<string, string>>): void => {
      this.#endText();
      const node: OpenNode = { name: localName(name), attributes: decoded(attributes), children: [], text: '' };
      const parent = this.#open.at(-1);
      (parent?.children ?? this.#roots).push(node);
      this.#open.push(node);
    },
    ontext: (text: string): void => {
      if (this.#raw.length < MAX_XML_TEXT) this.#raw += text.slice(0, MAX_XML_TEXT - this.#raw.length);
    },
    onclosetag: (): void => {
      this.#endText();
      this.#open.pop();
    },
    oncdatastart: (): void => {
      this.#endText();
      this.#isCdata = true;
    },
    oncdataend: (): void => this.#endText(),
    oncomment: (): void => this.#endText(),
  };

  #endText(): void {
    const node = this.#open.at(-1);
    if (node !== undefined && this.#raw !== '' && node.text.length < MAX_XML_TEXT) {
      node.text += this.#isCdata ? this.#raw : decodeReferences(this.#raw);
    }
    this.#raw = '';
    this.#isCdata = false;
  }
}

/** Freezes the tree and adds paths; an element has a position only if a sibling has the same name. */
export function finishTree(root: OpenNode | undefined): XmlNode | undefined {
  return root === undefined ? undefined : finished(root, `/${root.name}`);
}

function finished({ name, attributes, children, text }: OpenNode, path: string): XmlNode {
  const counts = new Map<string, number>();
  for (const child of children) counts.set(child.name, (counts.get(child.name) ?? 0) + 1);
  const seen = new Map<string, number>();
  return {
    name,
    path,
    attributes,
    children: children.map((child) => {
      const position = (seen.get(child.name) ?? 0) + 1;
      seen.set(child.name, position);
      const place = (counts.get(child.name) ?? 0) > 1 ? `[${position}]` : '';
      return finished(child, `${path}/${child.name}${place}`);
    }),
    text: text.trim(),
  };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function decoded(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, decodeReferences(value.slice(0, MAX_XML_TEXT))]),
  );
}

const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeReferences(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/g, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return PREDEFINED[name] ?? whole;
    const codePoint = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
    return codePoint > 0 && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : whole;
  });
}
