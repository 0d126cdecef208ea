import type { Result } from '#core/contract/result';
import type { RowOperation } from '#core/contract/review';
import { COLUMNS } from '#core/domain/fields';
import { lineItemColumns } from '../document/value-spots.ts';

type Rows = Result['line_items'];

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** Columns of a table that has none yet. */
const USUAL_COLUMNS = ['description', 'quantity', 'unit_price', 'amount'] as const;

/** The columns of the grid: those that have values; the usual ones for a table without rows. */
export function gridColumns(result: Pick<Result, 'line_items'>): readonly string[] {
  const present = lineItemColumns(result);
  return present.length > 0 ? present : USUAL_COLUMNS;
}

/** Columns that could be added, in their usual order. */
export function furtherColumns(columns: readonly string[]): readonly string[] {
  return COLUMNS.map(({ name }) => name).filter((name) => !columns.includes(name));
}

export type GridStep = 'up' | 'down' | 'left' | 'right' | 'next' | 'previous' | 'home' | 'end';

/** The cell that a key leads to. Tab goes on to the next row at the end of one; the others stop at the edges. */
export function stepCell({ row, column }: CellPlace, step: GridStep, rows: number, columns: number): CellPlace {
  const lastRow = Math.max(0, rows - 1);
  const lastColumn = Math.max(0, columns - 1);
  switch (step) {
    case 'up':
      return { row: Math.max(0, row - 1), column };
    case 'down':
      return { row: Math.min(lastRow, row + 1), column };
    case 'left':
      return { row, column: Math.max(0, column - 1) };
    case 'right':
      return { row, column: Math.min(lastColumn, column + 1) };
    case 'home':
      return { row, column: 0 };
    case 'end':
      return { row, column: lastColumn };
    case 'next':
      if (column < lastColumn) return { row, column: column + 1 };
      return row < lastRow ? { row: row + 1, column: 0 } : { row, column };
    case 'previous':
      if (column > 0) return { row, column: column - 1 };
      return row > 0 ? { row: row - 1, column: lastColumn } : { row, column };
  }
}

/** Cells of a copied table, as spreadsheets put them on the clipboard: tabs, line ends, and quotes around both. */
export function parseTsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[++at];
      else quoted = false;
    } else if (sign === '"' && cell === '') {
      quoted = true;
    } else if (sign === '\t' || sign === '\n') {
      cells.push(cell.trim());
      cell = '';
      if (sign === '\n') {
        rows.push(cells);
        cells = [];
      }
    } else if (sign !== '\r') cell += sign;
  }
  if (cell !== '' || cells.length > 0) rows.push([...cells, cell.trim()]);
  return rows;
}

/** Puts a copied table at a cell: fills rows and adds those that are lacking; what lies beyond the last column is left out. */
export function pasteOperations(
  table: readonly (readonly string[])[],
  from: CellPlace,
  rows: number,
  columns: readonly string[],
): readonly RowOperation[] {
  return table.map((texts, at) => {
    const row = from.row + at;
    const cells = Object.fromEntries(
      texts.flatMap((value, across) => {
        const name = columns[from.column + across];
        return name === undefined ? [] : [[name, value === '' ? null : { value }] as const];
      }),
    );
    if (row < rows) return { op: 'set', row, cells };
    return { op: 'insert', row: Math.max(row, rows), cells: withoutEmpty(cells) };
  });
}

function withoutEmpty<Value>(cells: Readonly<Record<string, Value | null>>): Record<string, Value | null> {
  return Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== null));
}

/**
 * Splits a row in two. At a place in the text of a cell: what follows goes to the new row. Otherwise, where cells hold
 * several lines, their further lines do; else the whole cell does.
 */
export function splitOperations(rows: Rows, row: number, name: string, caret: number | null): readonly RowOperation[] {
  const cells = rows[row] ?? {};
  const text = cells[name]?.value ?? '';
  if (caret !== null && caret > 0 && caret < text.length) {
    return halves(row, { [name]: [text.slice(0, caret).trim(), text.slice(caret).trim()] });
  }
  const severalLines = Object.entries(cells).flatMap(([each, { value }]) => {
    const [first = '', ...rest] = value.split('\n');
    return rest.length === 0 ? [] : [[each, [first.trim(), rest.join('\n').trim()]] as const];
  });
  if (severalLines.length > 0) return halves(row, Object.fromEntries(severalLines));
  return text === '' ? [] : [{ op: 'split', row, cells: { [name]: { value: text } } }];
}

function halves(row: number, parts: Readonly<Record<string, readonly string[]>>): readonly RowOperation[] {
  const side = (index: 0 | 1) =>
    Object.fromEntries(
      Object.entries(parts).flatMap(([name, part]) => {
        const value = part[index] ?? '';
        return value === '' ? [] : [[name, { value }] as const];
      }),
    );
  return [
    { op: 'split', row, cells: side(1) },
    { op: 'set', row, cells: side(0) },
  ];
}
