import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CutRow, cutRows } from './row-cut.ts';

function row(amount: number, more: Partial<CutRow> = {}): CutRow {
  return { amount, exact: amount, kind: 'item', holds: false, complete: true, ...more };
}

const net = (sum: number) => ({ nets: [sum], totals: [], others: [] });

test('rows that add up to the net sum are all items', () => {
  const cut = cutRows([row(100), row(250)], net(350));
  expect(cut).toMatchObject({ items: [0, 1], sum: 350, plain: true });
});

test('a weak row behind the items goes when only then the sum closes', () => {
  const cut = cutRows([row(100, { holds: true }), row(250, { holds: true }), row(70, { complete: false })], net(350));
  expect(cut).toMatchObject({ items: [0, 1], sum: 350, plain: false });
});

test('a row with quantity and price never goes', () => {
  const cut = cutRows([row(100), row(250), row(70)], net(350));
  expect(cut).toMatchObject({ items: [0, 1, 2], sum: undefined });
});

test('two ways to close the sum are none', () => {
  const weak = { complete: false };
  const cut = cutRows([row(100, weak), row(50, weak), row(50, weak), row(80, { holds: true })], net(230));
  expect(cut.sum).toBeUndefined();
});

test('a discount between items belongs to the item above it', () => {
  const cut = cutRows([row(1200), row(-200, { kind: 'charge' }), row(500)], net(1500));
  expect([...cut.folded]).toEqual([[1, 0]]);
  expect(cut.items).toEqual([0, 2]);
});

test('a sum that was rounded once closes too', () => {
  const cut = cutRows(
    [row(8400, { exact: 8403 }), row(8400, { exact: 8403 }), row(8400, { exact: 8403 })],
    net(25_200),
  );
  expect(cut.sum).toBe(25_200);
  expect(cutRows([row(8400, { exact: 8439 }), row(8400, { exact: 8439 })], net(16_900)).sum).toBe(16_900);
});

test('what is claimed to close, closes', () => {
  const rows = fc.array(
    fc.record({ amount: fc.integer({ min: 1, max: 900 }), complete: fc.boolean(), holds: fc.boolean() }),
    {
      minLength: 1,
      maxLength: 7,
    },
  );
  fc.assert(
    fc.property(rows, fc.array(fc.integer({ min: 1, max: 4000 }), { maxLength: 3 }), (given, targets) => {
      const scaled = given.map(({ amount, ...rest }) => row(amount * 100, rest));
      const cut = cutRows(scaled, { nets: targets.map((target) => target * 100), totals: [], others: [] });
      const sum = cut.items.reduce((total, index) => total + (scaled[index]?.amount ?? 0), 0);
      return cut.sum === undefined || cut.sum === sum;
    }),
  );
});

test('a tax row below the items is none, although with it the total closes', () => {
  const rows = [row(1000), row(2500), row(350, { complete: false })];
  const cut = cutRows(rows, { nets: [3500], totals: [3850], others: [] });
  expect(cut).toMatchObject({ items: [0, 1], sum: 3500 });
});
