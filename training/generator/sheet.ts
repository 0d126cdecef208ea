import { degrees, type PDFDocument, type PDFFont, type PDFPage, rgb } from '@cantoo/pdf-lib';

/** A word drawn for a field: its position in points from the top left of the page as displayed. */
export interface Mark {
  readonly field: string;
  readonly text: string;
  /** From 1. */
  readonly page: number;
  readonly box: readonly [number, number, number, number];
}

export interface TextStyle {
  readonly size?: number;
  readonly bold?: boolean;
  readonly field?: string;
  readonly colour?: 'black' | 'grey' | 'white' | 'accent';
}

export interface Fonts {
  readonly plain: PDFFont;
  readonly bold: PDFFont;
}

export interface SheetOptions {
  readonly width: number;
  readonly height: number;
  /** The page is stored rotated by 90° and displayed upright by /Rotate. */
  readonly rotated: boolean;
  /** `words`: one text run per word; `letters`: one per letter; `tight`: much narrower spaces than usual. */
  readonly spacing: 'normal' | 'words' | 'tight' | 'letters';
  readonly accent: readonly [number, number, number];
}

const DEFAULT_SIZE = 10;
/** Extent of a word's box above and below the baseline, as a share of the font size. */
const ASCENT = 0.75;
const DESCENT = 0.2;
const TIGHT_BLANK = 0.65;

/** A drawing surface of several pages, in points from the top left. Records the position of every field value. */
export class Sheet {
  readonly width: number;
  readonly height: number;
  readonly marks: Mark[] = [];
  readonly #document: PDFDocument;
  readonly #fonts: Fonts;
  readonly #options: SheetOptions;
  readonly #pages: PDFPage[] = [];
  #current = 0;

  constructor(document: PDFDocument, fonts: Fonts, options: SheetOptions) {
    this.#document = document;
    this.#fonts = fonts;
    this.#options = options;
    this.width = options.width;
    this.height = options.height;
    this.addPage();
  }

  get pageCount(): number {
    return this.#pages.length;
  }

  addPage(): void {
    const { width, height, rotated } = this.#options;
    const page = this.#document.addPage(rotated ? [height, width] : [width, height]);
    if (rotated) page.setRotation(degrees(90));
    this.#pages.push(page);
    this.#current = this.#pages.length - 1;
  }

  /** Draws on an earlier page again; `number` from 1. */
  turnTo(number: number): void {
    this.#current = number - 1;
  }

  measure(text: string, style: TextStyle = {}): number {
    const size = style.size ?? DEFAULT_SIZE;
    if (this.#options.spacing !== 'tight') return this.#font(style).widthOfTextAtSize(text, size);
    const blanks = text.split(' ').length - 1;
    const blank = this.#font(style).widthOfTextAtSize(' ', size);
    return this.#font(style).widthOfTextAtSize(text, size) - blanks * blank * (1 - TIGHT_BLANK);
  }

  /** Text from x; y is the baseline. */
  text(text: string, x: number, y: number, style: TextStyle = {}): void {
    if (text === '') return;
    const size = style.size ?? DEFAULT_SIZE;
    const font = this.#font(style);
    let at = x;
    for (const word of text.split(' ')) {
      const wide = font.widthOfTextAtSize(word, size);
      if (style.field !== undefined && word !== '') {
        const box = [at, y - size * ASCENT, at + wide, y + size * DESCENT] as const;
        this.marks.push({ field: style.field, text: word, page: this.#current + 1, box });
      }
      if (this.#options.spacing === 'words' || this.#options.spacing === 'tight') this.#put(word, at, y, style);
      if (this.#options.spacing === 'letters') this.#putLetters(word, at, y, style);
      at += wide + this.measure(' ', style);
    }
    if (this.#options.spacing === 'normal') this.#put(text, x, y, style);
  }

  #putLetters(word: string, x: number, y: number, style: TextStyle): void {
    let at = x;
    for (const letter of word) {
      this.#put(letter, at, y, style);
      at += this.#font(style).widthOfTextAtSize(letter, style.size ?? DEFAULT_SIZE);
    }
  }

  /** Text that ends at x. */
  right(text: string, x: number, y: number, style: TextStyle = {}): void {
    this.text(text, x - this.measure(text, style), y, style);
  }

  centre(text: string, x: number, y: number, style: TextStyle = {}): void {
    this.text(text, x - this.measure(text, style) / 2, y, style);
  }

  line(x0: number, y0: number, x1: number, y1: number): void {
    this.#page.drawLine({
      start: this.#place(x0, y0),
      end: this.#place(x1, y1),
      thickness: 0.6,
      color: rgb(0.55, 0.55, 0.55),
    });
  }

  frame(x0: number, y0: number, x1: number, y1: number): void {
    this.line(x0, y0, x1, y0);
    this.line(x0, y1, x1, y1);
    this.line(x0, y0, x0, y1);
    this.line(x1, y0, x1, y1);
  }

  fill(x0: number, y0: number, x1: number, y1: number, shade: 'light' | 'accent'): void {
    const [red, green, blue] = this.#options.accent;
    const color = shade === 'light' ? rgb(0.9, 0.9, 0.92) : rgb(red, green, blue);
    const from = this.#place(x0, y1);
    const to = this.#place(x1, y0);
    this.#page.drawRectangle({
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.abs(to.x - from.x),
      height: Math.abs(to.y - from.y),
      color,
    });
  }

  /** The text in lines no wider than `width`. */
  wrap(text: string, width: number, style: TextStyle = {}): readonly string[] {
    const lines: string[] = [];
    for (const word of text.split(' ')) {
      const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
      if (lines.length > 0 && this.measure(longer, style) <= width) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  }

  get #page(): PDFPage {
    const page = this.#pages[this.#current];
    if (page === undefined) throw new RangeError(`no page ${this.#current + 1}`);
    return page;
  }

  #font(style: TextStyle): PDFFont {
    return style.bold ? this.#fonts.bold : this.#fonts.plain;
  }

  #place(x: number, y: number): { x: number; y: number } {
    return this.#options.rotated ? { x: y, y: x } : { x, y: this.height - y };
  }

  #put(text: string, x: number, y: number, style: TextStyle): void {
    const [red, green, blue] = this.#options.accent;
    const colours = {
      black: rgb(0.08, 0.08, 0.08),
      grey: rgb(0.4, 0.4, 0.4),
      white: rgb(1, 1, 1),
      accent: rgb(red, green, blue),
    };
    this.#page.drawText(text, {
      ...this.#place(x, y),
      size: style.size ?? DEFAULT_SIZE,
      font: this.#font(style),
      color: colours[style.colour ?? 'black'],
      ...(this.#options.rotated && { rotate: degrees(90) }),
    });
  }
}
