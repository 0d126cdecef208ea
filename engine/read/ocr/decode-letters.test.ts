import { expect, test } from 'vitest';
import { alphabetOf, decodeLetters } from './decode-letters.ts';

const DICTIONARY = '总\nA\n１\né\n';

/** One row a step: the class that is seen, and how surely. */
function steps(...seen: readonly (readonly [number, number])[]): Float32Array {
  const classes = 6;
  const data = new Float32Array(seen.length * classes);
  seen.forEach(([index, certainty], step) => {
    data[step * classes + index] = certainty;
  });
  return data;
}

test('signs of other scripts are not looked for, and full-width forms are the letters they show', () => {
  expect(alphabetOf(DICTIONARY)).toEqual([
    [2, 'A'],
    [3, '1'],
    [4, 'é'],
    [5, ' '],
  ]);
});

test('a letter that is seen twice in a row is one letter, with a gap between it is two', () => {
  const read = decodeLetters(steps([2, 0.9], [2, 0.8], [0, 1], [2, 0.7], [3, 0.6]), 6, alphabetOf(DICTIONARY));
  expect(read.map(({ text }) => text).join('')).toBe('AA1');
  expect(read.map(({ place }) => place)).toEqual([0.1, 0.7, 0.9]);
  expect(read[1]?.certainty).toBeCloseTo(0.7);
});

test('a step in which an unwanted sign is seen gives no letter of its own', () => {
  expect(decodeLetters(steps([1, 0.9]), 6, alphabetOf(DICTIONARY))).toEqual([]);
});
