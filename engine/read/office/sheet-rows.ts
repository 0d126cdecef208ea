import type { TableCell } from '../flow/block.ts';
import { paragraphOf } from '../flow/block.ts';
import { formatNumber } from './number-format.ts';
import { isOn, type Workbook } from './workbook.ts';
import { attribute, followXml } from './xml-events.ts';

interface OpenCell {
  readonly column: number;
  readonly row: number;
  readonly type: string;
  readonly style: number;
  value: string;
}

/** A cell as displayed. */
interface Shown {
  readonly text: string;
  readonly bold: boolean;
  readonly numeric: boolean;
}

export type SheetReading =
  | { readonly ok: true; readonly rows: readonly (readonly TableCell[])[] }
  | { readonly ok: false; readonly reason: 'too-many-cells' };

/**
 * Returns the rows of a sheet with the cells that display something. Hidden rows and columns are dropped, empty rows
 * are kept.
 */
export async function readSheetRows(
  bytes: Uint8Array,
  workbook: Workbook,
  mostCells: number,
  pause: () => Promise<void>,
): Promise<SheetReading> {
  const grid = new Map<number, Map<number, Shown>>();
  const merged: { readonly row: number; readonly column: number; readonly span: number }[] = [];
  const hiddenColumns: { readonly first: number; readonly last: number }[] = [];
  const hiddenRows = new Set<number>();
  let cell: OpenCell | undefined;
  let row = 0;
  let column = 0;
  let inValue = false;
  let cells = 0;
  await followXml(
    bytes,
    {
      open(name, attributes) {
        if (name === 'row') {
          row = Number(attributes['r'] ?? row + 1);
          column = 0;
          if (isOn(attributes['hidden'])) hiddenRows.add(row);
        } else if (name === 'c') {
          const place = placeOf(attributes['r'] ?? '');
          column = place?.column ?? column + 1;
          cell = { row, column, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), value: '' };
        } else if (name === 'v' || name === 't') inValue = cell !== undefined;
        else if (name === 'col' && isOn(attributes['hidden'])) {
          if (hiddenColumns.length < MOST_RANGES) {
            hiddenColumns.push({ first: Number(attributes['min']), last: Number(attributes['max']) });
          }
        } else if (name === 'mergeCell') {
          const range = rangeOf(attribute(attributes, 'ref') ?? '');
          if (range !== undefined) merged.push(range);
        }
      },
      text(text) {
        if (inValue && cell !== undefined) cell.value += text;
      },
      close(name) {
        if (name === 'v' || name === 't') inValue = false;
        if (name !== 'c' || cell === undefined) return;
        const shown = shownCell(cell, workbook);
        if (shown.text.trim() !== '' && cells < mostCells) {
          const inRow = grid.get(cell.row) ?? new Map<number, Shown>();
          grid.set(cell.row, inRow.set(cell.column, shown));
        }
        if (shown.text.trim() !== '') cells += 1;
        cell = undefined;
      },
    },
    pause,
  );
  if (cells > mostCells) return { ok: false, reason: 'too-many-cells' };
  return { ok: true, rows: tableRowsOf(grid, hiddenRows, hiddenColumns, merged) };
}

/** Maximum number of hidden column ranges; a sheet made by people has a handful. */
const MOST_RANGES = 200;
/** Maximum number of empty rows shown in a row. */
const MOST_EMPTY_ROWS = 2;

function tableRowsOf(
  grid: ReadonlyMap<number, ReadonlyMap<number, Shown>>,
  hiddenRows: ReadonlySet<number>,
  hiddenColumns: readonly { readonly first: number; readonly last: number }[],
  merged: readonly { readonly row: number; readonly column: number; readonly span: number }[],
): TableCell[][] {
  const visible = [...grid].filter(([row]) => !hiddenRows.has(row)).sort((a, b) => a[0] - b[0]);
  const used = new Set(visible.flatMap(([, cells]) => [...cells.keys()]));
  const isHidden = (column: number) => hiddenColumns.some(({ first, last }) => first <= column && column <= last);
  const columns = [...used].filter((column) => !isHidden(column)).sort((a, b) => a - b);
  const place = new Map(columns.map((column, index) => [column, index]));
  const spans = new Map(merged.map(({ row, column, span }) => [`${row}:${column}`, { column, span }]));
  const rows: TableCell[][] = [];
  let previous = visible[0]?.[0] ?? 0;
  for (const [row, cells] of visible) {
    for (let empty = Math.min(MOST_EMPTY_ROWS, row - previous - 1); empty > 0; empty--) rows.push([EMPTY_LINE]);
    previous = row;
    rows.push(
      [...cells]
        .sort((a, b) => a[0] - b[0])
        .flatMap(([column, { text, bold, numeric }]) => {
          const at = place.get(column);
          if (at === undefined) return [];
          const range = spans.get(`${row}:${column}`);
          const covered =
            range === undefined ? 1 : columns.filter((c) => c >= column && c < column + range.span).length;
          const blocks = [paragraphOf(text.trim(), { bold, align: numeric ? 'right' : 'left' })];
          return [{ column: at, span: Math.max(overflow(text, numeric, cells, columns, at), covered), blocks }];
        }),
    );
  }
  return rows;
}

const EMPTY_LINE: TableCell = { column: 0, span: 1, blocks: [paragraphOf('')] };

/** Lets a text overflow into the empty cells to its right, as on screen, instead of widening its column. */
function overflow(
  text: string,
  numeric: boolean,
  cells: ReadonlyMap<number, Shown>,
  columns: readonly number[],
  at: number,
): number {
  if (numeric || text.length < FLOWS_FROM) return 1;
  let span = 1;
  while (span < MOST_FLOWN_OVER && at + span < columns.length && !cells.has(columns[at + span] ?? 0)) span += 1;
  return span;
}

/** A text rarely spans more columns than this. */
const MOST_FLOWN_OVER = 30;
/** Shorter texts fit their column. */
const FLOWS_FROM = 12;

/** Cell types of ECMA-376 part 1, 18.18.11; a cell without a type is a number. */
function shownCell({ type, style, value }: OpenCell, workbook: Workbook): Shown {
  const look = workbook.styles[style];
  const bold = look?.bold === true;
  switch (type) {
    case 's':
      return { text: workbook.sharedTexts[Number(value)] ?? '', bold, numeric: false };
    case 'b':
      return { text: value === '1' ? 'TRUE' : 'FALSE', bold, numeric: false };
    case 'd':
      return { text: value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, ''), bold, numeric: true };
    case 'n': {
      if (value.trim() === '') return { text: '', bold, numeric: false };
      const number = Number(value);
      if (Number.isNaN(number)) return { text: value, bold, numeric: false };
      return { text: formatNumber(number, look?.formatId ?? 0, look?.format, workbook), bold, numeric: true };
    }
    // Inline texts (inlineStr), formula results (str), errors (e).
    default:
      return { text: value, bold, numeric: false };
  }
}

function placeOf(reference: string): { readonly row: number; readonly column: number } | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits), column };
}

function rangeOf(reference: string) {
  const [from, to] = reference.split(':').map(placeOf);
  if (from === undefined || to === undefined) return undefined;
  return { row: from.row, column: from.column, span: to.column - from.column + 1 };
}
