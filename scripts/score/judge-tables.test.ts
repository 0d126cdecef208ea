import { expect, test } from 'vitest';
import { judgeTables } from './judge-tables.ts';

const truth = {
  pages: [1],
  cells: [
    { row: 0, col: 1, text: 'Q1' },
    { row: 1, col: 0, text: 'Sales' },
    { row: 1, col: 1, text: '5' },
  ],
};
const cell = (text: string, col_span?: number) => ({ text, box: null, ...(col_span !== undefined && { col_span }) });
const table = (rows: ReturnType<typeof cell>[][], page = 1) => ({ page, box: [0, 0, 1, 1] as const, rows });

test('a cell is right by its row, its column and its text', () => {
  const good = table([
    [cell(''), cell('q 1')],
    [cell('Sales'), cell('5')],
  ]);
  expect(judgeTables('t', [truth], [good])).toMatchObject({
    cells: { right: 3, returned: 3, labelled: 3 },
    perfect: 1,
  });
  const shifted = table([[cell('Q1')], [cell('Sales'), cell('6')]]);
  expect(judgeTables('t', [truth], [shifted])).toMatchObject({ cells: { right: 1, returned: 3 }, perfect: 0 });
});

test('a cell over several columns moves those behind it', () => {
  const spanned = table([[cell('Both', 2), cell('C')]]);
  const expected = {
    pages: [1],
    cells: [
      { row: 0, col: 0, text: 'Both' },
      { row: 0, col: 2, text: 'C' },
    ],
  };
  expect(judgeTables('t', [expected], [spanned]).cells.right).toBe(2);
});

test('tables of another page, and too many of them, cost precision', () => {
  const good = [
    [cell(''), cell('Q1')],
    [cell('Sales'), cell('5')],
  ];
  expect(judgeTables('t', [truth], [table(good, 2)]).cells).toEqual({ right: 0, returned: 3, labelled: 3 });
  expect(judgeTables('t', [truth], [table(good), table(good)]).cells).toEqual({ right: 3, returned: 6, labelled: 3 });
});
