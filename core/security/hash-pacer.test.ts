import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HashPacer } from './hash-pacer.ts';

describe('hash pacer', () => {
  test('two hashes never start closer than the spacing, and nobody waits longer than allowed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 300 }), { maxLength: 80 }),
        fc.integer({ min: 1, max: 400 }),
        fc.nat({ max: 3_000 }),
        (gaps, spacingMs, maxWaitMs) => {
          const pacer = new HashPacer();
          let now = 1_000;
          let last = Number.NEGATIVE_INFINITY;
          for (const gap of gaps) {
            now += gap;
            const wait = pacer.reserve({ spacingMs, maxWaitMs }, now);
            if (wait === null) continue;
            expect(wait).toBeLessThanOrEqual(maxWaitMs);
            expect(now + wait - last).toBeGreaterThanOrEqual(spacingMs);
            last = now + wait;
          }
        },
      ),
    );
  });

  test('a storm is refused beyond the queue and served again afterwards', () => {
    const pacer = new HashPacer();
    const policy = { spacingMs: 100, maxWaitMs: 500 };
    const waits = Array.from({ length: 20 }, () => pacer.reserve(policy, 0));
    expect(waits.filter((wait) => wait !== null)).toEqual([0, 100, 200, 300, 400, 500]);
    expect(pacer.reserve(policy, 600)).toBe(0);
  });
});
