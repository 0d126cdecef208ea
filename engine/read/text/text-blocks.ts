import type { Block, Table, TableCell } from '../flow/block.ts';
import { paragraphOf } from '../flow/block.ts';

/** A number as tables hold it: set to the right, as its heading. */
const NUMBER = /^[-+(]?[\p{Sc}]?\s?\d[\d.,'\u00a0\u202f ]*\)?\s?(?:%|[\p{Sc}]|[A-Z]{3})?$/u;
/** A column is one of numbers when this share of its filled cells are. */
const NUMBER_SHARE = 0.6;

/**
 * A table of plain cells; columns of numbers are set to the right. Rows of a single cell (titles, remarks above and
 * below the table) reach over all columns.
 */
export function tableOfTexts(rows: readonly (readonly string[])[]): Table {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const numeric = Array.from({ length: columns }, (_, column) => isNumberColumn(rows, column));
  return {
    kind: 'table',
    rows: rows.map((row) => {
      const filled = row.flatMap((text, column) => (text.trim() === '' ? [] : [{ text: text.trim(), column }]));
      return filled.map(({ text, column }, place): TableCell => {
        const alone = filled.length === 1 && column === 0;
        const span = alone ? columns : 1;
        const align = !alone && numeric[column] === true && place > 0 ? 'right' : 'left';
        return { column, span, blocks: [paragraphOf(text, { align })] };
      });
    }),
  };
}

function isNumberColumn(rows: readonly (readonly string[])[], column: number): boolean {
  const filled = rows.flatMap((row) => (row[column]?.trim() ? [row[column].trim()] : []));
  const numbers = filled.filter((text) => NUMBER.test(text)).length;
  return numbers > 0 && numbers >= NUMBER_SHARE * Math.max(1, filled.length - 1);
}

/** Lines of a body of text as they stand. */
export function blocksOfText(text: string): Block[] {
  return text.split('\n').map((line) => paragraphOf(line.trimEnd()));
}
