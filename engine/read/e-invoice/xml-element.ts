import type { XmlNode } from './xml-node.ts';

/** An element while its file is read. Its path is made when it is asked for: few of many elements become values. */
export class XmlElement implements XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[] = [];
  text = '';
  readonly #parent: XmlElement | undefined;
  #path: string | undefined;
  #steps: ReadonlyMap<XmlElement, string> | undefined;

  constructor(name: string, attributes: Readonly<Record<string, string>>, parent: XmlElement | undefined) {
    this.name = name;
    this.attributes = attributes;
    this.#parent = parent;
  }

  get path(): string {
    this.#path ??= this.#parent === undefined ? `/${this.name}` : `${this.#parent.path}/${this.#parent.#stepTo(this)}`;
    return this.#path;
  }

  /** An element has a position only where a sibling shares its name. Asked for when all children are known. */
  #stepTo(child: XmlElement): string {
    this.#steps ??= stepsOf(this.children);
    return this.#steps.get(child) ?? child.name;
  }
}

function stepsOf(children: readonly XmlElement[]): ReadonlyMap<XmlElement, string> {
  const counts = new Map<string, number>();
  for (const { name } of children) counts.set(name, (counts.get(name) ?? 0) + 1);
  const seen = new Map<string, number>();
  const steps = new Map<XmlElement, string>();
  for (const child of children) {
    if ((counts.get(child.name) ?? 0) < 2) continue;
    const position = (seen.get(child.name) ?? 0) + 1;
    seen.set(child.name, position);
    steps.set(child, `${child.name}[${position}]`);
  }
  return steps;
}
