import type { Block, Table, TableCell } from '../flow/block.ts';
import { paragraphOf } from '../flow/block.ts';

/** A number in a table cell: right-aligned, like its heading. */
const NUMBER = /^[-+(]?[\p{Sc}]?\s?\d[\d.,'\u00a0\u202f ]*\)?\s?(?:%|[\p{Sc}]|[A-Z]{3})?$/u;
/** A column is numeric if this share of its filled cells are numbers. */
const NUMBER_SHARE = 0.6;

/**
 * Builds a table of plain cells; numeric columns are right-aligned. Rows of a single cell (titles, remarks above and
 * below the table) span all columns.
 */
export function tableOfTexts(rows: readonly (readonly string[])[]): Table {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const numeric = numberColumns(rows);
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

/** Whether each column is numeric; examines each cell once, however uneven the rows are. */
function numberColumns(rows: readonly (readonly string[])[]): boolean[] {
  const counts: { filled: number; numbers: number }[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      const text = cell.trim();
      if (text === '') continue;
      const count = counts[column] ?? { filled: 0, numbers: 0 };
      counts[column] = count;
      count.filled += 1;
      if (NUMBER.test(text)) count.numbers += 1;
    }
  }
  // The heading is not a number.
  return Array.from(counts, (count) =>
    count === undefined ? false : count.numbers > 0 && count.numbers >= NUMBER_SHARE * Math.max(1, count.filled - 1),
  );
}

/** Lines of body text, unchanged. */
export function blocksOfText(text: string): Block[] {
  return text.split('\n').map((line) => paragraphOf(line.trimEnd()));
}
