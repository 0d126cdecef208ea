import { expect, test } from 'vitest';
import type { FieldState, LineItem } from '#core/domain/result';
import { judgeLineItems } from './judge-line-items.ts';

function row(cells: Record<string, string>, state: FieldState = 'supported'): LineItem {
  return Object.fromEntries(
    Object.entries(cells).map(([name, value]) => [
      name,
      { value, confidence: 0.9, state, evidence: [], checks: [], alternatives: [], rule: 'test' },
    ]),
  );
}

const truth = [
  { description: 'Steel rod', quantity: '2', amount: '50.00' },
  { description: 'Wood pallet', quantity: '1', amount: '50.00' },
];

test('rows of the same amount pair by their description, whatever their order', () => {
  const score = judgeLineItems(truth, true, [
    row({ description: 'Wood pallet', quantity: '1', amount: '50' }),
    row({ description: 'Steel rod', quantity: '2', amount: '50' }),
  ]);
  expect(score.flawless).toBe(true);
});

test('a row too many costs precision and the perfect table', () => {
  const score = judgeLineItems(truth.slice(0, 1), true, [
    row({ description: 'Steel rod', quantity: '2', amount: '50.00' }),
    row({ description: 'Subtotal', amount: '50.00' }),
  ]);
  expect(score.rows).toEqual({ right: 1, returned: 2, labelled: 1 });
  expect(score.amountsPerfect).toBe(false);
});

test('a row too many is not counted when the truth is not complete', () => {
  const score = judgeLineItems(truth.slice(0, 1), false, [
    row({ description: 'Steel rod', quantity: '2', amount: '50.00' }),
    row({ description: 'Other', amount: '9.00' }),
  ]);
  expect(score.amountsPerfect).toBe(true);
});

test('a wrong cell that claims to be proved is counted as such', () => {
  const score = judgeLineItems(truth.slice(0, 1), true, [
    row({ description: 'Steel rod', quantity: '3', amount: '50.00' }, 'proved'),
  ]);
  expect(score.proved).toBe(3);
  expect(score.provedWrong).toBe(1);
  expect(score.flawless).toBe(false);
});

test('columns nobody labelled do not count', () => {
  const score = judgeLineItems([{ amount: '50.00' }], true, [row({ amount: '50.00', quantity: '7' })]);
  expect(Object.keys(score.cells)).toEqual(['amount']);
  expect(score.flawless).toBe(true);
});
