import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePattern, isSafePattern } from './safe-pattern.ts';

describe('isSafePattern', () => {
  test.each(['[A-Z]{2}\\d{6}', '\\d{4}-\\d{2}', 'PO-\\d+', '(?:A|B)\\d*[A-Z]?', '[^ ]+'])('%s is taken', (pattern) => {
    expect(isSafePattern(pattern)).toBe(true);
  });

  test.each(['(a+)+', '(a|a)*', '(a|b){1,30}', 'a*a*a*b', '(\\w)\\1', '(?=a)a', '(', '[z-a]', 'a'.repeat(201)])(
    '%s is refused',
    (pattern) => {
      expect(isSafePattern(pattern)).toBe(false);
    },
  );

  test('what is taken compiles and answers on any value', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '\\d', '[A-Z]', '+', '*', '{2}', '{1,3}', '(', ')', '|', '?'), { maxLength: 12 }),
        (parts) => {
          const pattern = parts.join('');
          if (!isSafePattern(pattern)) return;
          expect(compilePattern(pattern)?.test(`${'a'.repeat(100)}!`)).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });
});
