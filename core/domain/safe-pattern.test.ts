import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePattern, isSafePattern } from './safe-pattern.ts';

describe('isSafePattern', () => {
  test.each(['[A-Z]{2}\\d{6}', '(?:EUR|USD|CHF)? ?\\d+', '\\d{4}-\\d{2}', 'PO-\\d+', '(?:A|B)\\d*[A-Z]?', '[^ ]+'])(
    '%s is taken',
    (pattern) => {
      expect(isSafePattern(pattern)).toBe(true);
    },
  );

  test.each([
    '(a+)+',
    '(a|a)*',
    '(a|b){1,30}',
    'a*a*a*b',
    '(\\w)\\1',
    '(?=a)a',
    '(',
    ')|(',
    'a)|(?:b',
    '[z-a]',
    'a'.repeat(201),
    `${'a?'.repeat(60)}${'a'.repeat(60)}`,
    '(?:a|a)'.repeat(28),
  ])('%s is refused', (pattern) => {
    expect(isSafePattern(pattern)).toBe(false);
  });

  test('a list of alternatives may be long', () => {
    expect(isSafePattern(Array.from({ length: 40 }, (_, n) => `A${n}`).join('|'))).toBe(true);
  });

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
