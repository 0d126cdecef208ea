import { expect, test } from 'vitest';
import { decodeLetters } from './decode-letters.ts';

/** Characters of the first and second class; the last class has no meaning. */
const SIGNS = ['A', '1'];
const CLASSES = 4;

/** One row per step: the class seen, and its probability against "no letter" (or against the first class). */
function steps(...seen: readonly (readonly [number, number])[]): Float32Array {
  const data = new Float32Array(seen.length * CLASSES).fill(-100);
  seen.forEach(([index, certainty], step) => {
    data[step * CLASSES + index] = Math.log(certainty);
    data[step * CLASSES + (index === 0 ? 1 : 0)] = Math.log(1 - certainty);
    data[step * CLASSES + 3] = 100;
  });
  return data;
}

test('a letter that is seen twice in a row is one letter, with a gap between it is two', () => {
  const read = decodeLetters(steps([1, 0.9], [1, 0.8], [0, 0.9], [1, 0.7], [2, 0.6]), CLASSES, SIGNS);
  expect(read.map(({ text }) => text).join('')).toBe('AA1');
  expect(read.map(({ place }) => place)).toEqual([0.1, 0.7, 0.9]);
  expect(read[1]?.certainty).toBeCloseTo(0.7);
});

test('a step in which no letter is seen gives none, whatever stands behind the signs', () => {
  expect(decodeLetters(steps([0, 0.9]), CLASSES, SIGNS)).toEqual([]);
});
