import { expect, test } from 'vitest';
import { csvOf, gridOf, tsvOf } from './table-text.ts';

const cell = (text: string, col_span?: number) => ({ text, box: null, ...(col_span !== undefined && { col_span }) });
const table = (...rows: ReturnType<typeof cell>[][]) => ({
  page: 1,
  box: [0, 0, 1, 1] as [number, number, number, number],
  rows,
});

test('a cell over two columns leaves the second one empty', () => {
  expect(gridOf(table([cell('Both', 2), cell('C')]))).toEqual([['Both', '', 'C']]);
});

test('commas, quotes and line breaks are quoted in CSV', () => {
  expect(csvOf(table([cell('a, b'), cell('5" pipe')], [cell('x'), cell('')]))).toBe('"a, b","5"" pipe"\r\nx,');
});

test('tabs and line breaks within a cell become spaces', () => {
  expect(tsvOf(table([cell('a\tb'), cell('c\nd')]))).toBe('a b\tc d');
});

test.each([
  ['=HYPERLINK("x")', '\'=HYPERLINK("x")'],
  ['@sum', "'@sum"],
  ['-5.00', '-5.00'],
  ['+49', '+49'],
  ['-cmd', "'-cmd"],
])('%s is not run as a formula', (text, expected) => {
  expect(tsvOf(table([cell(text)]))).toBe(expected);
});
