import { expect, test } from 'vitest';
import { joinAmounts } from './join-amounts.ts';

const HEIGHT = 20;
const word = (text: string, x0: number, x1: number, more: { confidence?: number; agreed?: true } = {}) => ({
  text,
  box: [x0, 10, x1, 30] as const,
  confidence: 0.9,
  line: 0,
  ...more,
});
const texts = (...words: Parameters<typeof word>[]) =>
  joinAmounts(
    words.map((one) => word(...one)),
    HEIGHT,
  ).map(({ text }) => text);

test('an amount that fell apart at its point is put together', () => {
  expect(texts(['TOTAL', 0, 80], ['RM20.', 200, 260], ['40', 272, 300])).toEqual(['TOTAL', 'RM20.40']);
  expect(texts(['TOTAL', 0, 80], ['36', 200, 230], ['.00', 240, 270])).toEqual(['TOTAL', '36.00']);
  expect(texts(['193,660', 0, 80], [',50', 90, 120])).toEqual(['193,660,50']);
  expect(texts(['Tea', 0, 80], ['9.5', 200, 230], ['0', 240, 250])).toEqual(['Tea', '9.50']);
});

test('what stands apart, is whole or is the number of an item stays as it is', () => {
  expect(texts(['1.', 0, 15], ['20', 25, 50], ['bags', 60, 100])).toEqual(['1.', '20', 'bags']);
  expect(texts(['sum', 0, 40], ['20.', 50, 80], ['40', 180, 210])).toEqual(['sum', '20.', '40']);
  expect(texts(['9.50', 0, 40], ['0', 50, 60])).toEqual(['9.50', '0']);
  expect(texts(['9.50', 0, 40], ['.50', 50, 80])).toEqual(['9.50', '.50']);
});

test('a joined amount is as sure as its less sure part, and agreed only where both parts are', () => {
  const sure = word('36', 0, 30, { agreed: true });
  const [joined] = joinAmounts([sure, word('.00', 40, 70, { confidence: 0.5, agreed: true })], HEIGHT);
  expect(joined).toMatchObject({ text: '36.00', confidence: 0.5, agreed: true });
  expect(joinAmounts([sure, word('.00', 40, 70)], HEIGHT)[0]?.agreed).toBeUndefined();
});
