import { type PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib';

const BLACK = rgb(0.1, 0.1, 0.1);
const GREY = rgb(0.6, 0.6, 0.6);

export interface TextStyle {
  readonly size?: number;
  readonly bold?: boolean;
}

/** A page to draw on, in points from the top left. One sheet follows the document over its pages. */
export class Sheet {
  readonly width: number;
  readonly height: number;
  #page: PDFPage;
  readonly #document: PDFDocument;
  readonly #plain: PDFFont;
  readonly #bold: PDFFont;

  private constructor(document: PDFDocument, plain: PDFFont, bold: PDFFont, width: number, height: number) {
    this.#document = document;
    this.#plain = plain;
    this.#bold = bold;
    this.width = width;
    this.height = height;
    this.#page = document.addPage([width, height]);
  }

  /** Opens the first page; standard fonts, so nothing is embedded. */
  static async open(document: PDFDocument, size: readonly [number, number], serif: boolean): Promise<Sheet> {
    const plain = await document.embedFont(serif ? StandardFonts.TimesRoman : StandardFonts.Helvetica);
    const bold = await document.embedFont(serif ? StandardFonts.TimesRomanBold : StandardFonts.HelveticaBold);
    return new Sheet(document, plain, bold, size[0], size[1]);
  }

  nextPage(): void {
    this.#page = this.#document.addPage([this.width, this.height]);
  }

  measure(text: string, style: TextStyle = {}): number {
    return (style.bold ? this.#bold : this.#plain).widthOfTextAtSize(text, style.size ?? 10);
  }

  /** Text that begins at x; y is the baseline from the top. */
  text(text: string, x: number, y: number, style: TextStyle = {}): void {
    const font = style.bold ? this.#bold : this.#plain;
    this.#page.drawText(text, { x, y: this.height - y, size: style.size ?? 10, font, color: BLACK });
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
