import type { Line } from '../layout/lines.ts';
import { type Column, cutLine } from '../layout/table-cells.ts';
import type { DecimalMark } from '../normalise/amounts.ts';
import { cellNumbers } from './cell-number.ts';
import { hasFactors, isDated, isFullRow, lineKind, MONEY } from './row-kind.ts';
import { describe, fillCells, needsTextAbove, takeNearest } from './row-text.ts';
import type { ItemTable, ReadLine, TableRow } from './table-row.ts';
import { withWholeDate } from './whole-dates.ts';
import { textLimit } from './wrapped-text.ts';

export interface TablePart extends ItemTable {
  /** A total was read, so the table has ended. */
  readonly ended: boolean;
}

/**
 * Reads the rows of a table part from its lines below the headings. `strict` accepts only lines that fill the columns:
 * on a page without headings, other lines end in amounts too.
 */
export function readRows(
  lines: readonly Line[],
  columns: readonly Column[],
  mark: DecimalMark,
  strict: boolean,
): TablePart {
  const rows: { row: TableRow; lines: ReadLine[] }[] = [];
  let waiting: ReadLine[] = [];
  let ended = false;
  let afterSubtotal = false;
  let haveFactors = false;
  const cuts = lines.map((line) => withWholeDate(cutLine(line, columns), columns));
  const limit = textLimit(cuts, columns);
  for (const cut of cuts) {
    const { line } = cut;
    const read: ReadLine = { ...cut, numbers: cut.cells.map((words) => cellNumbers(words, mark)) };
    const kind = lineKind(read, columns);
    if (kind === 'total' || kind === 'subtotal' || kind === 'carry') {
      waiting = [];
      if (kind === 'subtotal') afterSubtotal = true;
      if (kind === 'total' && rows.length > 0) ended = true;
      continue;
    }
    if (kind === 'note') continue;
    // After a total only full rows are considered: section totals often have the same heading as the last one.
    if (ended && (kind !== 'item' || !isFullRow(read, columns) || !hasFactors(read.numbers, columns))) continue;
    if (kind === 'text') {
      if (strict && rows.length === 0) continue;
      waiting.push(read);
      rows.at(-1)?.lines.push(read);
      continue;
    }
    if (strict && !isFullRow(read, columns)) continue;
    const ownFactors = hasFactors(read.numbers, columns);
    const behindSum = afterSubtotal && haveFactors && !ownFactors;
    haveFactors ||= ownFactors;
    const page = line.segments[0]?.page ?? 1;
    const above = needsTextAbove(read, columns) ? takeNearest(waiting, read, rows.at(-1)?.lines[0]) : [];
    for (const taken of above) removeFrom(rows.at(-1)?.lines, taken);
    waiting = [];
    rows.push({
      row: {
        page,
        line: line.index,
        kind: behindSum ? 'charge' : kind,
        late: ended,
        cells: read.cells.map((words) => ({ page, words })),
        numbers: read.numbers,
        description: { page, words: [] },
      },
      lines: [...above, read],
    });
  }
  const finished = withoutPageNumbers(rows, columns).map(({ row, lines: own }) => ({
    ...row,
    cells: fillCells(row, own, columns),
    description: { page: row.page, words: describe(own, columns, limit) },
  }));
  return { columns, rows: finished, ended };
}

/** A bare whole number among printed amounts, without quantity or price, is a page number or a reference. */
function withoutPageNumbers<T extends { readonly row: TableRow }>(
  rows: readonly T[],
  columns: readonly Column[],
): readonly T[] {
  const money = ({ row }: T) =>
    columns.flatMap(({ role }, index) => (MONEY.has(role) ? (row.numbers[index] ?? []) : []));
  const isPrinted = (row: T) => money(row).some((number) => number.moneyLike);
  if (!rows.some(isPrinted)) return rows;
  return rows.filter((row) => isPrinted(row) || hasFactors(row.row.numbers, columns) || isDated(row.row, columns));
}

function removeFrom(lines: ReadLine[] | undefined, taken: ReadLine): void {
  const at = lines?.indexOf(taken) ?? -1;
  if (at >= 0) lines?.splice(at, 1);
}
