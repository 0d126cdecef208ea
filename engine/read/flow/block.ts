/**
 * Content of a file that has no pages of its own, before layout: paragraphs, tables and page breaks in reading order.
 * Every reader of such a file produces blocks; only `lay-out.ts` positions words on pages.
 */
export type Block = Paragraph | Table | PageBreak;

export interface Paragraph {
  readonly kind: 'paragraph';
  /** Run texts are concatenated without a space; a line feed breaks the line, a tab advances to the next stop. */
  readonly runs: readonly Run[];
  readonly align?: Align;
}

export interface Run {
  readonly text: string;
  readonly bold: boolean;
  /** Font size in points. */
  readonly size: number;
}

export type Align = 'left' | 'center' | 'right';

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly (readonly TableCell[])[];
  /** Column widths in points if the file states them; longer words widen the column. */
  readonly widths?: readonly number[];
}

export interface TableCell {
  /** Column index, from 0. */
  readonly column: number;
  /** Number of columns it spans. */
  readonly span: number;
  readonly blocks: readonly Block[];
}

export interface PageBreak {
  readonly kind: 'page-break';
}

/** Default font size in points. */
export const BODY_SIZE = 10;

export function paragraphOf(
  text: string,
  style: Partial<Omit<Run, 'text'>> & { readonly align?: Align } = {},
): Paragraph {
  const { bold = false, size = BODY_SIZE, align } = style;
  return { kind: 'paragraph', runs: [{ text, bold, size }], ...(align !== undefined && { align }) };
}
