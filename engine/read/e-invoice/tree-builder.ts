import { MAX_XML_TEXT } from '../limits.ts';
import { XmlElement } from './xml-element.ts';

/** Collects the elements of a well-formed XML file from parser events. */
export class TreeBuilder {
  readonly #roots: XmlElement[] = [];
  readonly #open: XmlElement[] = [];
  /** Elements whose text was cut. */
  readonly cut: XmlElement[] = [];
  /** Text since the last tag, as written: the parser may cut it inside a reference. */
  #raw = '';
  #isCdata = false;

  /** The root element, where there is exactly one. */
  get root(): XmlElement | undefined {
    return this.#roots.length === 1 ? this.#roots[0] : undefined;
  }

  get depth(): number {
    return this.#open.length;
  }

  /** Handlers for a parser that does not decode entities. */
  readonly events = {
    onopentag: (name: string, attributes: Readonly<Record<string, string>>): void => {
      this.#endText();
      const parent = this.#open.at(-1);
      const element = new XmlElement(localName(name), decoded(attributes), parent);
      (parent?.children ?? this.#roots).push(element);
      this.#open.push(element);
    },
    ontext: (text: string): void => {
      const room = MAX_XML_TEXT - this.#raw.length;
      this.#raw += text.slice(0, room);
      if (text.length > room) this.#noteCut();
    },
    onclosetag: (): void => {
      this.#endText();
      const element = this.#open.pop();
      if (element !== undefined) element.text = element.text.trim();
    },
    oncdatastart: (): void => {
      this.#endText();
      this.#isCdata = true;
    },
    oncdataend: (): void => this.#endText(),
    oncomment: (): void => this.#endText(),
  };

  #endText(): void {
    const element = this.#open.at(-1);
    if (element !== undefined && this.#raw !== '') {
      if (element.text.length < MAX_XML_TEXT) {
        element.text += this.#isCdata ? this.#raw : decodeReferences(this.#raw);
      } else this.#noteCut();
    }
    this.#raw = '';
    this.#isCdata = false;
  }

  #noteCut(): void {
    const element = this.#open.at(-1);
    if (element !== undefined && this.cut.at(-1) !== element) this.cut.push(element);
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function decoded(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, decodeReferences(value)]));
}

const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/g, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return PREDEFINED[name] ?? whole;
    const codePoint = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
    return codePoint > 0 && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : whole;
  });
}
