import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recognitionWork, worstWork } from './reading-budget.ts';

const certainty = fc.double({ min: 0, max: 1, noNaN: true });
const wordOf = fc.record({ text: fc.string({ minLength: 1, maxLength: 12 }), confidence: certainty });

test('a reading costs its pixels and its letters, and uncertain letters more', () => {
  fc.assert(
    fc.property(fc.nat(4_000_000), fc.array(wordOf, { maxLength: 40 }), (pixels, words) => {
      const cost = recognitionWork(pixels, words);
      const sure = words.map((word) => ({ ...word, confidence: 1 }));
      expect(cost).toBeGreaterThanOrEqual(recognitionWork(pixels, sure));
      expect(recognitionWork(pixels, sure)).toBeGreaterThanOrEqual(pixels);
    }),
  );
});

test('a reading of as many letters as there are pieces of ink never costs more than was reckoned', () => {
  fc.assert(
    fc.property(fc.nat(4_000_000), fc.array(wordOf, { maxLength: 40 }), (pixels, words) => {
      const letters = words.reduce((sum, { text }) => sum + text.length, 0);
      expect(recognitionWork(pixels, words)).toBeLessThanOrEqual(worstWork(pixels, letters) + 1);
    }),
  );
});
