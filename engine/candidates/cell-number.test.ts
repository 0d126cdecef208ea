import { expect, test } from 'vitest';
import type { Word } from '../model.ts';
import { cellNumbers, majorityMark } from './cell-number.ts';

function words(text: string): readonly Word[] {
  let x = 0;
  return text.split(' ').map((part) => {
    const start = x;
    x += part.length * 5 + 3;
    return { text: part, box: [start, 0, start + part.length * 5, 10], size: 10, bold: false };
  });
}

const values = (text: string, mark: 'point' | 'comma') =>
  cellNumbers(words(text), mark).map(({ value }) => value / 10_000);

test.each([
  ['20 Stk', 'comma', [20]],
  ['1.980,00 €', 'comma', [1980]],
  ['1 980,00', 'comma', [1980]],
  ['$ 42.00', 'point', [42]],
  ['(412.16)', 'point', [-412.16]],
  ['12,50-', 'comma', [-12.5]],
  ['6,50TI', 'comma', [6.5]],
  ['30TB', 'point', []],
  ['RE-2024', 'point', []],
  ['20 100.00', 'point', [20_100]],
] as const)('%s holds the numbers %j', (text, mark, expected) => {
  expect(values(text, mark)).toEqual(expected);
});

test('a percent sign of its own belongs to the number', () => {
  expect(cellNumbers(words('19 %'), 'comma')[0]?.percent).toBe(true);
});

test('digits with two readings give both', () => {
  const [number] = cellNumbers(words('5,000'), 'comma');
  expect([number?.value, number?.other]).toEqual([50_000, 50_000_000]);
});

test('the mark is what most amounts show', () => {
  expect(majorityMark(words('12,50 3,00 1.250,00 2.5'))).toBe('comma');
  expect(majorityMark(words('12.50 3.00 1,250.00'))).toBe('point');
});
