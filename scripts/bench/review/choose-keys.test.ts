import { expect, test } from 'vitest';
import { type Answer, chooseKeys, type OpenStop } from './choose-keys.ts';

const stop = (value: string | null, choices: readonly string[] = [], key = 'field:total_amount'): OpenStop => ({
  key,
  value,
  choices,
});
const amount: Answer = { kind: 'value', type: 'amount', accepted: ['119.00'], withoutSpaces: false };
const locale = { language: 'en', currency: 'EUR' };
const word = (text: string, at: number, line = 0) => ({
  text,
  box: [at * 100, line * 20, at * 100 + 90, line * 20 + 12] as [number, number, number, number],
});
const page = { words: [word('Total', 0), word('119.00', 1), word('Northwind', 0, 1), word('Paper', 1, 1)], locale };

test('a right value is accepted, a wrong one takes the alternative that is right', () => {
  expect(chooseKeys(stop('119'), amount, null)).toEqual({ how: 'accepted', keys: ['Enter'] });
  expect(chooseKeys(stop('100.00', ['19.00', '119.00']), amount, null)).toEqual({ how: 'alternative', keys: ['2'] });
});

test('what nobody labelled is accepted if it was read, and otherwise not on the document', () => {
  expect(chooseKeys(stop('1'), { kind: 'unlabelled' }, null).keys).toEqual(['Enter']);
  expect(chooseKeys(stop(null), { kind: 'unlabelled' }, null).keys).toEqual(['x']);
  expect(chooseKeys(stop('1'), { kind: 'absent' }, null).keys).toEqual(['x']);
});

test('words of the page are picked where that takes fewer keys than typing', () => {
  expect(chooseKeys(stop(null), amount, page)).toEqual({ how: 'picked', keys: ['w', '1', 'Enter'] });
  const name: Answer = { kind: 'value', type: 'name', accepted: ['Northwind Paper'], withoutSpaces: false };
  expect(chooseKeys(stop(null, [], 'field:vendor_name'), name, page).keys).toEqual([
    'w',
    'N',
    'Shift+ArrowRight',
    'Enter',
  ]);
});

test('a value is typed; a first letter that is a key of the screen comes after Backspace', () => {
  const code = (value: string): Answer => ({ kind: 'value', type: 'id', accepted: [value], withoutSpaces: false });
  expect(chooseKeys(stop(null), code('B7'), null).keys).toEqual(['B', '7', 'Enter']);
  expect(chooseKeys(stop(null), code('x7'), null).keys).toEqual(['Backspace', 'x', '7', 'Enter']);
  expect(chooseKeys(stop('1', ['2']), code('17'), null).keys).toEqual(['Backspace', '1', '7', 'Enter']);
});

test('a failed check is left as it is', () => {
  expect(chooseKeys(stop(null, [], 'check:sum_chain:1'), amount, null)).toEqual({ how: 'check', keys: ['Enter'] });
});
