import { expect, test } from 'vitest';
import { mergeReadings } from './merge-readings.ts';

const word = (text: string, x0: number, x1: number, confidence: number, y0 = 0, line = 0) => ({
  text,
  box: [x0, y0, x1, y0 + 20] as const,
  confidence,
  line,
});
const texts = (words: ReturnType<typeof mergeReadings>) => words.map(({ text }) => text);

test('where two readings differ the surer one wins, on the line of the first', () => {
  const merged = mergeReadings(
    [word('T0TAL', 0, 50, 0.6), word('9.00', 60, 90, 0.9)],
    [word('TOTAL', 1, 51, 0.8, 0, 7), word('8.00', 60, 90, 0.5, 0, 7)],
  );
  expect(texts(merged)).toEqual(['TOTAL', '9.00']);
  expect(merged[0]?.line).toBe(0);
});

test('a word that both read alike is as sure as the surer', () => {
  expect(mergeReadings([word('Net', 0, 30, 0.6)], [word('Net', 0, 30, 0.9)])[0]?.confidence).toBe(0.9);
});

test('one word may become several, several never become one by force', () => {
  expect(
    texts(mergeReadings([word('NetTotal', 0, 100, 0.4)], [word('Net', 0, 45, 0.9), word('Total', 52, 100, 0.9)])),
  ).toEqual(['Net', 'Total']);
  expect(
    texts(mergeReadings([word('Net', 0, 45, 0.4), word('Total', 52, 100, 0.4)], [word('NetTotal', 0, 100, 0.9)])),
  ).toEqual(['Net', 'Total']);
});

test('what only the second reading sees is taken when it is sure, on the line it stands on or a new one', () => {
  const merged = mergeReadings(
    [word('Net', 0, 30, 0.9, 0, 4)],
    [word('5.00', 60, 90, 0.8), word('VAT', 0, 30, 0.8, 40, 1), word('smudge', 0, 30, 0.2, 80, 2)],
  );
  expect(texts(merged)).toEqual(['Net', '5.00', 'VAT']);
  expect(merged[1]?.line).toBe(4);
  expect(merged[2]?.line).not.toBe(4);
});
