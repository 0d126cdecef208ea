import type { Line, PageLayout } from '../layout/lines.ts';
import { type Column, cutLine, findColumns, linesBelow, type TableLine } from '../layout/table-cells.ts';
import { findTableHeaders, type TableHeader } from '../layout/table-header.ts';
import type { HeadingRole } from '../layout/table-headings.data.ts';
import type { Word } from '../model.ts';
import type { DecimalMark } from '../normalise/amounts.ts';
import type { Units } from '../normalise/decimal.ts';
import { type CellNumber, cellNumbers } from './cell-number.ts';
import { type RowLabel, rowLabel } from './row-label.ts';
import { continuesText, textLimit } from './wrapped-text.ts';

/** Words of one cell and the page they stand on. */
export interface RowCell {
  readonly page: number;
  readonly words: readonly Word[];
}

/**
 * A row of a table as it is printed. `numbers[i]` are the numbers under column `i`; which of them is the price and
 * which the amount is decided later, over all rows.
 */
export interface TableRow {
  readonly page: number;
  /** Line index of the row's number line. */
  readonly line: number;
  /** `charge`: an allowance or charge that stands between or behind items. */
  readonly kind: 'item' | 'charge';
  readonly cells: readonly RowCell[];
  readonly numbers: readonly (readonly CellNumber[])[];
  /** Words of the description with its wrapped lines. */
  readonly description: RowCell;
}

export interface ItemTable {
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
}

/** Amounts printed on lines labelled as sums. */
export interface PrintedSums {
  /** Sums of lines: `Positionssumme`, `Sub-total`. */
  readonly subtotals: readonly Units[];
  /** Totals, taxes, payments: everything else that stands below items. */
  readonly totals: readonly Units[];
}

/** Every amount of the document that stands on a line labelled as a sum. */
export function findPrintedSums(layouts: readonly PageLayout[], mark: DecimalMark): PrintedSums {
  const subtotals: Units[] = [];
  const totals: Units[] = [];
  for (const line of layouts.flatMap((layout) => layout.lines)) {
    const label = rowLabel(lineText(line)) ?? sideLabel(line);
    if (label !== 'subtotal' && label !== 'total') continue;
    const numbers = line.segments.flatMap((segment) => cellNumbers(segment.words, mark));
    const sum = numbers.findLast((number) => !number.percent);
    if (sum !== undefined && sum.value !== 0) (label === 'subtotal' ? subtotals : totals).push(sum.value);
  }
  return { subtotals, totals };
}

const MONEY: ReadonlySet<HeadingRole> = new Set(['amount', 'gross_amount', 'withdrawal', 'deposit']);
const TEXT: ReadonlySet<HeadingRole> = new Set(['description']);
/** Any print of a day and a month, with or without a year. */
const DATE_SHAPE = /\d{1,4}[./-]\d{1,2}|\d{1,2}\.?\s?\p{L}{3}|\p{L}{3,}\.?\s?\d{1,2}/u;
/** Lines further below than this many letter heights no longer belong to a table. */
const TABLE_GAP = 9;

/** Every item table of a document; a table whose headings are repeated on the next page is one table. */
export function findItemTables(layouts: readonly PageLayout[], mark: DecimalMark): ItemTable[] {
  const tables: ItemTable[] = [];
  let open: { table: ItemTable; ended: boolean } | undefined;
  for (const layout of layouts) {
    const headers = findTableHeaders(layout);
    const firstHeader = headers[0];
    if (open !== undefined && !open.ended) {
      // The rows may run on before the next headings, or on a page without any.
      const end = firstHeader?.firstLine ?? layout.lines.length;
      const part = readRows(
        layout.lines.filter((line) => line.index < end),
        open.table.columns,
        mark,
        true,
      );
      if (part.rows.length > 0 && part.columns.length > 0) {
        const merged: ItemTable = joinTables(open.table, part);
        tables[tables.length - 1] = merged;
        open = { table: merged, ended: part.ended };
      }
    }
    for (const [index, header] of headers.entries()) {
      if (!header.headsItems) continue;
      const end = headers[index + 1]?.firstLine ?? layout.lines.length;
      const part = readTable(layout, header, end, mark);
      const previous = tables.at(-1);
      if (previous !== undefined && open !== undefined && sameHeadings(previous.columns, part.columns)) {
        tables[tables.length - 1] = joinTables(previous, part);
      } else tables.push(part);
      open = { table: tables.at(-1) ?? part, ended: part.ended };
    }
  }
  return tables.filter((table) => table.rows.length > 0);
}

interface TablePart extends ItemTable {
  /** A total was read: nothing of the table follows. */
  readonly ended: boolean;
}

function joinTables(a: ItemTable, b: ItemTable): ItemTable {
  return { columns: a.columns, rows: [...a.rows, ...b.rows] };
}

function sameHeadings(a: readonly Column[], b: readonly Column[]): boolean {
  return a.length === b.length && a.every((column, index) => column.role === b[index]?.role);
}

function readTable(layout: PageLayout, header: TableHeader, end: number, mark: DecimalMark): TablePart {
  const body = cutAtGap(linesBelow(layout, header, end));
  const columns = findColumns(header, untilTotal(body));
  return readRows(body, columns, mark, false);
}

function cutAtGap(lines: readonly Line[]): readonly Line[] {
  const end = lines.findIndex((line, index) => {
    const above = lines[index - 1];
    return above !== undefined && line.box[1] - above.box[3] > TABLE_GAP * (above.segments[0]?.size ?? 10) && index > 1;
  });
  return end < 0 ? lines : lines.slice(0, end);
}

function untilTotal(lines: readonly Line[]): readonly Line[] {
  const end = lines.findIndex((line) => rowLabel(lineText(line)) === 'total');
  return end <= 0 ? lines : lines.slice(0, end);
}

const textOf = (words: readonly Word[]) => words.map((word) => word.text).join(' ');

const lineText = (line: Line) => line.segments.map((segment) => segment.text).join(' ');

interface ReadLine extends TableLine {
  readonly numbers: readonly (readonly CellNumber[])[];
}

function readRows(lines: readonly Line[], columns: readonly Column[], mark: DecimalMark, strict: boolean): TablePart {
  const rows: { row: TableRow; lines: ReadLine[] }[] = [];
  let waiting: ReadLine[] = [];
  let ended = false;
  let afterSubtotal = false;
  const cuts = lines.map((line) => cutLine(line, columns));
  const limit = textLimit(cuts, columns);
  for (const cut of cuts) {
    const { line } = cut;
    const read: ReadLine = { ...cut, numbers: cut.cells.map((words) => cellNumbers(words, mark)) };
    const kind = lineKind(read, columns);
    if (kind === 'total' || kind === 'subtotal' || kind === 'carry') {
      waiting = [];
      if (kind === 'subtotal') afterSubtotal = true;
      if (kind === 'total' && rows.length > 0) {
        ended = true;
        break;
      }
      continue;
    }
    if (kind === 'text') {
      if (strict && rows.length === 0) continue;
      waiting.push(read);
      rows.at(-1)?.lines.push(read);
      continue;
    }
    if (strict && !isFullRow(read, columns)) continue;
    const behindSum =
      afterSubtotal && rows.some(({ row }) => hasFactors(row.numbers, columns)) && !hasFactors(read.numbers, columns);
    const page = line.segments[0]?.page ?? 1;
    const above = needsTextAbove(read, columns) ? takeNearest(waiting, read, rows.at(-1)?.lines[0]) : [];
    for (const taken of above) removeFrom(rows.at(-1)?.lines, taken);
    waiting = [];
    rows.push({
      row: {
        page,
        line: line.index,
        kind: behindSum ? 'charge' : kind,
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

type LineKind = 'item' | 'charge' | 'text' | 'total' | 'subtotal' | 'carry';

function lineKind(read: ReadLine, columns: readonly Column[]): LineKind {
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
    if (label === 'charge') return anchored ? (complete ? 'item' : 'charge') : 'text';
    if (!complete) return hasSum(read) ? label : 'text';
  }
  return anchored ? 'item' : 'text';
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

function isDated(row: { readonly cells: readonly RowCell[] }, columns: readonly Column[]): boolean {
  return columns.some(({ role }, index) => role === 'date' && DATE_SHAPE.test(textOf(row.cells[index]?.words ?? [])));
}

/** Has a quantity or a price: what stands behind a subtotal without either is a tax or a charge. */
function hasFactors(numbers: readonly (readonly CellNumber[])[], columns: readonly Column[]): boolean {
  return columns.some(
    ({ role }, index) => (role === 'quantity' || role === 'unit_price') && (numbers[index]?.length ?? 0) > 0,
  );
}

/** A sum has an amount: `Tax: 0.2%` below an item is a remark. */
function hasSum(read: ReadLine): boolean {
  return read.numbers.some((numbers) => numbers.some((number) => !number.percent));
}

/** The label right before the last number of a line whose left half belongs to something else. */
function sideLabel(line: Line): Exclude<RowLabel, 'charge'> | undefined {
  const { segments } = line;
  for (let at = segments.length - 1; at >= 0; at--) {
    const segment = segments[at];
    if (segment === undefined || !/\p{L}{2}/u.test(segment.text)) continue;
    const label = rowLabel(segment.text);
    return label === 'charge' ? undefined : label;
  }
  return undefined;
}

/** A page without headings goes on with rows only when they fill the columns as rows do. */
function isFullRow(read: ReadLine, columns: readonly Column[]): boolean {
  const filled = columns.filter(
    (column, index) => column.role !== 'other' && (read.cells[index] ?? []).length > 0,
  ).length;
  const known = columns.filter((column) => column.role !== 'other').length;
  return filled >= Math.max(2, Math.ceil(known * 0.6));
}

function needsTextAbove(read: ReadLine, columns: readonly Column[]): boolean {
  return columns.some((column, index) => TEXT.has(column.role) && !hasLetters(read.cells[index] ?? []));
}

const hasLetters = (words: readonly Word[]) => words.some((word) => /\p{L}/u.test(word.text));

/** The waiting text lines that stand nearer to this row than to the one before. */
function takeNearest(waiting: readonly ReadLine[], row: ReadLine, previous: ReadLine | undefined): ReadLine[] {
  return waiting.filter((text) => {
    const toRow = row.line.box[1] - text.line.box[3];
    const toPrevious = previous === undefined ? Number.POSITIVE_INFINITY : text.line.box[1] - previous.line.box[3];
    return toRow < toPrevious;
  });
}

function removeFrom(lines: ReadLine[] | undefined, taken: ReadLine): void {
  const at = lines?.indexOf(taken) ?? -1;
  if (at >= 0) lines?.splice(at, 1);
}

/** A column that is empty on the number line may be printed on the line below it (stacked codes). */
function fillCells(row: TableRow, lines: readonly ReadLine[], columns: readonly Column[]): readonly RowCell[] {
  const STACKED: ReadonlySet<HeadingRole> = new Set(['product_code', 'date']);
  return row.cells.map((cell, index) => {
    const role = columns[index]?.role;
    if (cell.words.length > 0 || role === undefined || !STACKED.has(role)) return cell;
    const below = lines.find((line) => (line.cells[index] ?? []).length > 0);
    return { page: cell.page, words: below?.cells[index] ?? [] };
  });
}

/** The description: the first text line of the row and the lines its text is wrapped into. */
function describe(lines: readonly ReadLine[], columns: readonly Column[], limit: number): readonly Word[] {
  const at = columns.findIndex((column) => TEXT.has(column.role));
  if (at < 0) return unheadedText(lines);
  const words: Word[] = [];
  for (const line of lines) {
    const cell = line.cells[at] ?? [];
    if (cell.length === 0) {
      if (words.length > 0) break;
      continue;
    }
    if (words.length > 0 && !continuesText(words, cell, line, columns[at], limit)) break;
    words.push(...cell);
  }
  return words;
}

/** Without a heading for texts they are the words of the number line that are no numbers. */
function unheadedText(lines: readonly ReadLine[]): readonly Word[] {
  const line = lines.find(({ numbers }) => numbers.some((cell) => cell.length > 0));
  if (line === undefined) return [];
  const used = new Set(line.numbers.flatMap((cell) => cell.flatMap((number) => number.words)));
  const words = line.cells.flat().filter((word) => !used.has(word) && /\p{L}/u.test(word.text));
  return words.some((word) => /\p{L}{3}/u.test(word.text)) ? words : [];
}
