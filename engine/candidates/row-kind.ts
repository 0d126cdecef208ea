import type { HeadingRole } from '../languages/language.ts';
import type { Line } from '../layout/lines.ts';
import type { Column } from '../layout/table-cells.ts';
import type { Word } from '../model.ts';
import type { CellNumber } from './cell-number.ts';
import { type RowLabel, rowLabel } from './row-label.ts';
import type { ReadLine, RowCell } from './table-row.ts';

export const MONEY: ReadonlySet<HeadingRole> = new Set(['amount', 'gross_amount', 'withdrawal', 'deposit']);
/** Any day and month, with or without a year. */
const DATE_SHAPE = /\d{1,4}[./-]\d{1,2}|\d{1,2}\.?\s?\p{L}{3}|\p{L}{3}\.?\s?\d{1,2}/u;

/** `note`: a label without an amount; belongs to no row. */
export type LineKind = 'item' | 'charge' | 'text' | 'note' | 'total' | 'subtotal' | 'carry';

/** Classifies a line of a table by its label and by the columns of its numbers. */

export function lineKind(read: ReadLine, columns: readonly Column[]): LineKind {
  const { line } = read;
  const numbersUnder = (role: HeadingRole) =>
    columns.flatMap((column, index) => (column.role === role ? (read.numbers[index] ?? []) : []));
  const money = columns.flatMap((column, index) =>
    MONEY.has(column.role) ? (read.numbers[index] ?? []).filter((number) => !number.percent) : [],
  );
  const hasMoneyColumn = columns.some((column) => MONEY.has(column.role));
  const quantity = numbersUnder('quantity')[0];
  const price = numbersUnder('unit_price')[0];
  const anchored = hasMoneyColumn ? money.length > 0 : quantity !== undefined && price !== undefined;
  const page = line.segments[0]?.page ?? 1;
  const dated = isDated({ cells: read.cells.map((words) => ({ page, words })) }, columns);
  const label =
    rowLabel(lineText(line)) ?? (quantity === undefined || price === undefined ? sideLabel(line) : undefined);
  if (label === 'carry' || (label !== undefined && !dated)) {
    const complete = quantity !== undefined && price !== undefined && anchored;
    if (label === 'charge') return anchored ? (complete ? 'item' : 'charge') : 'note';
    if (!complete) return hasSum(read) ? label : 'note';
  }
  return anchored ? 'item' : 'text';
}

export function isDated(row: { readonly cells: readonly RowCell[] }, columns: readonly Column[]): boolean {
  return columns.some(({ role }, index) => role === 'date' && DATE_SHAPE.test(textOf(row.cells[index]?.words ?? [])));
}

/** True if it has a quantity or a price: after a subtotal, a line without either is a tax or a charge. */
export function hasFactors(numbers: readonly (readonly CellNumber[])[], columns: readonly Column[]): boolean {
  return columns.some(
    ({ role }, index) => (role === 'quantity' || role === 'unit_price') && (numbers[index]?.length ?? 0) > 0,
  );
}

/** A sum must have an amount: `Tax: 0.2%` below an item is a remark. */
function hasSum(read: ReadLine): boolean {
  return read.numbers.some((numbers) => numbers.some((number) => !number.percent));
}

/** The label right before the last number of a line whose left half belongs to something else. */
export function sideLabel(line: Line): Exclude<RowLabel, 'charge'> | undefined {
  const { segments } = line;
  for (let at = segments.length - 1; at >= 0; at--) {
    const segment = segments[at];
    if (segment === undefined || !/\p{L}{2}/u.test(segment.text)) continue;
    const label = rowLabel(segment.text);
    return label === 'charge' ? undefined : label;
  }
  return undefined;
}

/** On a page without headings, a row must fill the columns as previous rows do. */
export function isFullRow(read: ReadLine, columns: readonly Column[]): boolean {
  const filled = columns.filter(
    (column, index) => column.role !== 'other' && (read.cells[index] ?? []).length > 0,
  ).length;
  const known = columns.filter((column) => column.role !== 'other').length;
  return filled >= Math.max(2, Math.ceil(known * 0.6));
}

const textOf = (words: readonly Word[]) => words.map((word) => word.text).join(' ');

/** A line as one text. */
export function lineText(line: Line): string {
  return line.segments.map((segment) => segment.text).join(' ');
}
