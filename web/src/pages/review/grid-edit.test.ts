import { describe, expect, it } from 'vitest';
import { withCorrection } from './corrections.ts';
import { gridColumns, parseTsv, pasteOperations, splitOperations, stepCell } from './grid-edit.ts';
import { readAs, resultWith } from './result-example.ts';

const row = (description: string, quantity: string, unit_price: string, amount: string) =>
  Object.fromEntries(
    Object.entries({ description, quantity, unit_price, amount }).map(([name, text]) => [name, readAs(text)]),
  );
const RESULT = resultWith({
  fields: { subtotal_amount: readAs('30.00'), total_amount: readAs('36.00') },
  line_items: [row('Paper', '2', '5.00', '10.00'), row('Ink\nPens', '1', '20.00', '20.00')],
});
const GRID_ORDER = ['description', 'quantity', 'unit_price', 'amount'];
const textsOf = (operations: Parameters<typeof withCorrection>[1]['line_items']) =>
  withCorrection(RESULT, { line_items: operations }).line_items.map((cells) =>
    Object.entries(cells)
      .toSorted(([a], [b]) => GRID_ORDER.indexOf(a) - GRID_ORDER.indexOf(b))
      .map(([, { value }]) => value),
  );

describe('the grid of line items', () => {
  it('Tab runs on into the next row, the arrows stop at the edges', () => {
    expect(stepCell({ row: 0, column: 3 }, 'next', 2, 4)).toEqual({ row: 1, column: 0 });
    expect(stepCell({ row: 1, column: 0 }, 'previous', 2, 4)).toEqual({ row: 0, column: 3 });
    expect(stepCell({ row: 1, column: 3 }, 'next', 2, 4)).toEqual({ row: 1, column: 3 });
    expect(stepCell({ row: 0, column: 3 }, 'right', 2, 4)).toEqual({ row: 0, column: 3 });
    expect(stepCell({ row: 1, column: 1 }, 'down', 2, 4)).toEqual({ row: 1, column: 1 });
  });

  it('offers the usual columns where there is no row', () =>
    expect(gridColumns(resultWith({}))).toEqual(['description', 'quantity', 'unit_price', 'amount']));

  it('reads what spreadsheets put on the clipboard', () => {
    expect(parseTsv('a\tb\r\nc\t"d\te ""f""\ng"\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd\te "f"\ng'],
    ]);
    expect(parseTsv('5" pipe\t1')).toEqual([['5" pipe', '1']]);
    expect(parseTsv('')).toEqual([]);
  });

  it('a pasted table fills the cells from the cursor on and adds the rows that are lacking', () => {
    const table = [
      ['7.00', '14.00'],
      ['8.00', '8.00'],
      ['', '1.00', 'beyond'],
    ];
    const operations = pasteOperations(table, { row: 1, column: 2 }, 2, gridColumns(RESULT));
    expect(textsOf([...operations])).toEqual([
      ['Paper', '2', '5.00', '10.00'],
      ['Ink\nPens', '1', '7.00', '14.00'],
      ['8.00', '8.00'],
      ['1.00'],
    ]);
  });

  it('a row is split at the caret, at its lines, or by a whole cell', () => {
    expect(textsOf([...splitOperations(RESULT.line_items, 0, 'description', 2)])[0]).toEqual([
      'Pa',
      '2',
      '5.00',
      '10.00',
    ]);
    expect(textsOf([...splitOperations(RESULT.line_items, 1, 'amount', null)])).toEqual([
      ['Paper', '2', '5.00', '10.00'],
      ['Ink', '1', '20.00', '20.00'],
      ['Pens'],
    ]);
    expect(textsOf([...splitOperations(RESULT.line_items, 0, 'amount', null)])[1]).toEqual(['10.00']);
    expect(splitOperations(RESULT.line_items, 0, 'balance', null)).toEqual([]);
  });
});
