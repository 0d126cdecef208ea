import { expect, test } from 'vitest';
import type { Box } from '#core/domain/result';
import { candidatesOf, isAmongCandidates } from './judge-candidates.ts';

const box = (line: number): Box => [10, line * 20, 90, line * 20 + 12];
const words = [
  { text: 'RM12.50', box: box(1), page: 1 },
  { text: '03/04/2018', box: box(2), page: 1 },
  { text: 'CS-19204', box: box(3), page: 2 },
];

test('a true value that is printed is among the candidates, in either reading', () => {
  const candidates = candidatesOf(words);
  expect(isAmongCandidates('amount', ['-12.5'], candidates)).toBe(true);
  expect(isAmongCandidates('date', ['2018-04-03'], candidates)).toBe(true);
  expect(isAmongCandidates('date', ['2018-03-04'], candidates)).toBe(true);
  expect(isAmongCandidates('id', ['CS19204'], candidates)).toBe(true);
});

test('a true value that is printed nowhere is not, and of texts nothing is said', () => {
  const candidates = candidatesOf(words);
  expect(isAmongCandidates('amount', ['12.60'], candidates)).toBe(false);
  expect(isAmongCandidates('date', ['2018-05-03'], candidates)).toBe(false);
  expect(isAmongCandidates('name', ['RM12.50'], candidates)).toBeUndefined();
});
