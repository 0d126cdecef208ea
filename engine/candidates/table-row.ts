import type { Column, TableLine } from '../layout/table-cells.ts';
import type { Word } from '../model.ts';
import type { CellNumber } from './cell-number.ts';

/** The words of one cell and their page. */
export interface RowCell {
  readonly page: number;
  readonly words: readonly Word[];
}

/**
 * A row of a table as printed. `numbers[i]` are the numbers under column `i`; price and amount are assigned later, over
 * all rows.
 */
export interface TableRow {
  readonly page: number;
  /** Line index of the row's number line. */
  readonly line: number;
  /** `charge`: an allowance or charge between or after items. */
  readonly kind: 'item' | 'charge';
  /** Follows a line labelled as a total: an item only if the sums confirm it. */
  readonly late: boolean;
  readonly cells: readonly RowCell[];
  readonly numbers: readonly (readonly CellNumber[])[];
  /** Words of the description, including its continuation lines. */
  readonly description: RowCell;
}

export interface ItemTable {
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
}

/** A line of a table with the numbers of each cell. */
export interface ReadLine extends TableLine {
  readonly numbers: readonly (readonly CellNumber[])[];
}
