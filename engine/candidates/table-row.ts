import type { Column, TableLine } from '../layout/table-cells.ts';
import type { Word } from '../model.ts';
import type { CellNumber } from './cell-number.ts';

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
  /** Stands behind a line labelled as a total: an item only when the sums say so. */
  readonly late: boolean;
  readonly cells: readonly RowCell[];
  readonly numbers: readonly (readonly CellNumber[])[];
  /** Words of the description with its wrapped lines. */
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
