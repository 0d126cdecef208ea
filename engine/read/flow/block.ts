/**
 * What a file without pages of its own says, before it is set on pages: paragraphs, tables and page breaks, in reading
 * order. Every reader of such a file ends here; only `lay-out.ts` knows where words come to stand.
 */
export type Block = Paragraph | Table | PageBreak;

export interface Paragraph {
  readonly kind: 'paragraph';
  /** Their texts follow each other without a space; a line feed breaks the line, a tab goes to the next stop. */
  readonly runs: readonly Run[];
  readonly align?: Align;
}

export interface Run {
  readonly text: string;
  readonly bold: boolean;
  /** Size of the type in points. */
  readonly size: number;
}

export type Align = 'left' | 'center' | 'right';

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly (readonly TableCell[])[];
  /** Widths of the columns in points where the file states them; longer words make them wider. */
  readonly widths?: readonly number[];
}

export interface TableCell {
  /** Column in the grid, from 0. */
  readonly column: number;
  /** How many columns it covers. */
  readonly span: number;
  readonly blocks: readonly Block[];
}

export interface PageBreak {
  readonly kind: 'page-break';
}

/** Type of ordinary text in points, where the file names none. */
export const BODY_SIZE = 10;

export function paragraphOf(
  text: string,
  style: Partial<Omit<Run, 'text'>> & { readonly align?: Align } = {},
): Paragraph {
  const { bold = false, size = BODY_SIZE, align } = style;
  return { kind: 'paragraph', runs: [{ text, bold, size }], ...(align !== undefined && { align }) };
}
