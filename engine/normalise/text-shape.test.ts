import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shapeOf } from './text-shape.ts';

test.each([
  ['12.50', { digits: 4, digitRuns: 2, hasWord: false, hasCapitals: false }],
  ['Article 1234, as ordered', { digits: 4, digitRuns: 1, hasWord: true, hasCapitals: false }],
  ['5 May 24', { digits: 3, digitRuns: 2, hasWord: true, hasCapitals: false }],
  ['DE 89', { digits: 2, digitRuns: 1, hasWord: false, hasCapitals: true }],
  ['2026年4月18日', { digits: 7, digitRuns: 3, hasWord: true, hasCapitals: false }],
  ['', { digits: 0, digitRuns: 0, hasWord: false, hasCapitals: false }],
])('%s', (text, shape) => {
  expect(shapeOf(text)).toEqual(shape);
});

test('counts what patterns find, whatever the text', () => {
  const text = fc.string({ unit: fc.constantFrom(...'0159aZQé年. -/') });
  fc.assert(
    fc.property(text, (value) => {
      expect(shapeOf(value)).toEqual({
        digits: value.match(/\d/g)?.length ?? 0,
        digitRuns: value.match(/\d+/g)?.length ?? 0,
        hasWord: /[A-Za-z]{3}|[\u0080-\uffff]/.test(value),
        hasCapitals: /[A-Z]{2}/.test(value),
      });
    }),
  );
});
