import type { ResultTable, ResultTableCell } from '#core/domain/result';
import { type PageLayout, unionBox } from '../layout/lines.ts';
import { FREE_PACE, type Pace } from '../pace.ts';
import { type Cell, cellsOfLine } from './table-cells.ts';
import { type Column, tableColumns } from './table-columns.ts';
import { hasColumns, type Region, splitAtGap, tableRegions } from './table-region.ts';
import { tableRows } from './table-rows.ts';

/** A page with more cells is a drawing made of letters. */
const MAX_CELLS_PER_PAGE = 4_000;
const FEWEST_ROWS = 2;
/** Minimum number of rows of a two-column table; shorter ones are labels with values. */
const FEWEST_ROWS_OF_TWO = 4;
/** Mean number of words per cell above which columns are prose. */
const PROSE_WORDS = 7;
/** Minimum share of the grid that is filled. */
const LEAST_FILLED = 0.4;
/** Maximum number of times a region with inconsistent columns is split. */
const MAX_SPLITS = 3;

/** Finds the tables of a page, with or without ruling lines, from top to bottom. */
export function findTables(layout: PageLayout, pace: Pick<Pace, 'count'> = FREE_PACE): ResultTable[] {
  return tableRegions(layout.lines).flatMap((region) => tablesOfRegion(region, layout.page.page, MAX_SPLITS, pace));
}

function tablesOfRegion(lines: Region, page: number, splits: number, pace: Pick<Pace, 'count'>): ResultTable[] {
  pace.count(lines.length);
  const region = withoutCaption(lines);
  const columns = usedColumns(region, tableColumns(region));
  const rows = columns.length < 2 ? [] : tableRows(region, columns);
  const whole = isTable(rows, columns.length) ? [tableOf(rows, columns.length, page)] : [];
  const parts = splits > 0 && !isDense(whole) ? splitAtGap(region) : undefined;
  if (parts === undefined) return whole;
  const split = parts.flatMap((part) => tablesOfRegion(part, page, splits - 1, pace));
  // Two tables merged into one share columns they do not have: split, they have more cells.
  return filledCells(split) > MORE_CELLS * filledCells(whole) ? split : whole;
}

/** Removes the lines at the top that span the columns from the first on: a title or the end of a paragraph. */
function withoutCaption(lines: Region): Region {
  let region = lines;
  for (let trimmed = 0; trimmed < MAX_CAPTION_LINES && region.length > FEWEST_ROWS; trimmed++) {
    const [first, ...rest] = region;
    if (first === undefined || (hasColumns(first) && !isCaption(first, rest))) break;
    region = rest;
  }
  return region;
}

const MAX_CAPTION_LINES = 4;
const CAPTION_WORDS = 3;

function isCaption(line: Region[number], rest: Region): boolean {
  const text = line.segments.map((segment) => segment.text).join(' ');
  if (/^(?:table|tab\.|tableau|tabelle|tabla|tabella|tabell|figure|fig\.)\s*\d/i.test(text)) return true;
  const columns = tableColumns(rest);
  if (columns.length < 2) return false;
  return cellsOfLine(line, columns).some(
    ({ from, to, words }) => from === 0 && to > 0 && words.length >= CAPTION_WORDS,
  );
}

/** Drops columns in which hardly any line has a cell of its own: their words belong to the previous column. */
function usedColumns(region: Region, columns: readonly Column[]): readonly Column[] {
  if (region.length < FEWEST_ROWS_TO_TELL) return columns;
  const own = columns.map(() => 0);
  for (const { from, to } of region.flatMap((line) => cellsOfLine(line, columns))) {
    if (from === to) own[from] = (own[from] ?? 0) + 1;
  }
  const used: Column[] = [];
  for (const [index, column] of columns.entries()) {
    const before = used.at(-1);
    if ((own[index] ?? 0) >= FEWEST_CELLS || before === undefined) used.push(column);
    else used[used.length - 1] = { left: before.left, right: column.right };
  }
  return used;
}

const FEWEST_ROWS_TO_TELL = 8;
const FEWEST_CELLS = 2;

/** Factor by which the number of cells must grow for a split. */
const MORE_CELLS = 1.05;

/** A grid almost without gaps is one table. */
const DENSE_SHARE = 0.95;

function isDense(tables: readonly ResultTable[]): boolean {
  const cells = tables.flatMap(({ rows }) => rows.flat());
  return (
    cells.length > 0 &&
    cells.filter(({ box, col_span }) => box !== null && !col_span).length >= DENSE_SHARE * cells.length
  );
}

function filledCells(tables: readonly ResultTable[]): number {
  return tables.flatMap(({ rows }) => rows.flat()).filter(({ box }) => box !== null).length;
}

function isTable(rows: readonly (readonly Cell[])[], columns: number): boolean {
  const cells = rows.flat();
  if (cells.length === 0 || cells.length > MAX_CELLS_PER_PAGE) return false;
  const several = rows.filter((row) => row.length > 1).length;
  if (several < (columns === 2 ? FEWEST_ROWS_OF_TWO : FEWEST_ROWS)) return false;
  const words = cells.reduce((sum, cell) => sum + cell.words.length, 0) / cells.length;
  if (words > PROSE_WORDS) return false;
  const filled = cells.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  return filled >= LEAST_FILLED * columns * rows.length;
}

function tableOf(rows: readonly (readonly Cell[])[], columns: number, page: number): ResultTable {
  return {
    page,
    box: unionBox(rows.flat().map(({ box }) => box)),
    rows: rows.map((row) => {
      const cells: ResultTableCell[] = [];
      let at = 0;
      for (const { from, to, words, box } of row) {
        while (at < from) {
          cells.push(EMPTY);
          at += 1;
        }
        const text = words.map((word) => word.text).join(' ');
        cells.push(to > from ? { text, box, col_span: to - from + 1 } : { text, box });
        at = to + 1;
      }
      while (at < columns) {
        cells.push(EMPTY);
        at += 1;
      }
      return cells;
    }),
  };
}

const EMPTY: ResultTableCell = { text: '', box: null };
