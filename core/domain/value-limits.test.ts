import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bounded } from './value-limits.ts';

test('a value within its limit is left as it is', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => bounded(text, 80) === text));
});

test('a longer one keeps its beginning, says that it was cut, and ends in a whole character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 21, maxLength: 60 }), (text) => {
      fc.pre(text.length > 20);
      const cut = bounded(text, 20);
      expect(cut.length).toBeLessThanOrEqual(20);
      expect(cut.length).toBeGreaterThanOrEqual(19);
      expect(cut.endsWith('…')).toBe(true);
      expect(text.startsWith(cut.slice(0, -1))).toBe(true);
      expect(/[\uD800-\uDBFF]…$/.test(cut)).toBe(false);
    }),
  );
});
