import { type PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib';
import type { Print } from './spec.ts';

const BLACK = rgb(0.1, 0.1, 0.1);
const GREY = rgb(0.6, 0.6, 0.6);

export interface TextStyle {
  readonly size?: number;
  readonly bold?: boolean;
}

/** A drawing surface, in points from the top left. One sheet spans all pages of a document. */
export class Sheet {
  readonly width: number;
  readonly height: number;
  #page: PDFPage;
  readonly #document: PDFDocument;
  readonly #plain: PDFFont;
  readonly #bold: PDFFont;
  readonly #print: Print | undefined;

  private constructor(
    document: PDFDocument,
    [plain, bold]: readonly [PDFFont, PDFFont],
    [width, height]: readonly [number, number],
    print: Print | undefined,
  ) {
    this.#document = document;
    this.#print = print;
    this.#plain = plain;
    this.#bold = bold;
    this.width = width;
    this.height = height;
    this.#page = document.addPage([width, height]);
  }

  /** Opens the first page. Uses standard fonts, so nothing is embedded. */
  static async open(
    document: PDFDocument,
    size: readonly [number, number],
    serifLayout: boolean,
    print?: Print,
  ): Promise<Sheet> {
    const serif = print?.serif ?? serifLayout;
    const plain = await document.embedFont(serif ? StandardFonts.TimesRoman : StandardFonts.Helvetica);
    const bold = await document.embedFont(serif ? StandardFonts.TimesRomanBold : StandardFonts.HelveticaBold);
    return new Sheet(document, [plain, bold], size, print);
  }

  nextPage(): void {
    this.#page = this.#document.addPage([this.width, this.height]);
  }

  measure(text: string, style: TextStyle = {}): number {
    if (this.#print === undefined) return this.#font(style).widthOfTextAtSize(text, this.#size(style));
    return [...text].reduce((sum, letter) => sum + this.#advance(letter, style), 0);
  }

  /** Text that begins at x; y is the baseline from the top. */
  text(text: string, x: number, y: number, style: TextStyle = {}): void {
    if (this.#print === undefined) {
      this.#draw(text, x, y, style);
      return;
    }
    const { pixel } = this.#print;
    let left = Math.round(x / pixel) * pixel;
    for (const letter of text) {
      this.#draw(letter, left, y, style);
      left += this.#advance(letter, style);
    }
  }

  #draw(text: string, x: number, y: number, style: TextStyle): void {
    this.#page.drawText(text, {
      x,
      y: this.height - y,
      size: this.#size(style),
      font: this.#font(style),
      color: BLACK,
    });
  }

  #font({ bold }: TextStyle): PDFFont {
    return bold ? this.#bold : this.#plain;
  }

  #size({ size }: TextStyle): number {
    return (size ?? 10) * (this.#print?.scale ?? 1);
  }

  #advance(letter: string, style: TextStyle): number {
    const { pixel = 1, letterSpacing = 0 } = this.#print ?? {};
    const width = this.#font(style).widthOfTextAtSize(letter, this.#size(style));
    return Math.max(1, Math.round(width / pixel)) * pixel + letterSpacing;
  }

  /** Text that ends at x. */
  right(text: string, x: number, y: number, style: TextStyle = {}): void {
    this.text(text, x - this.measure(text, style), y, style);
  }

  center(text: string, x: number, y: number, style: TextStyle = {}): void {
    this.text(text, x - this.measure(text, style) / 2, y, style);
  }

  line(x0: number, x1: number, y: number): void {
    const at = this.height - y;
    this.#page.drawLine({ start: { x: x0, y: at }, end: { x: x1, y: at }, thickness: 0.7, color: GREY });
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
}
