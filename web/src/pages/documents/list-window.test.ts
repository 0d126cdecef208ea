import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scrollToShow, windowOf } from './list-window.ts';

const view = fc.record({
  scrollTop: fc.integer({ min: -200, max: 600_000 }),
  viewHeight: fc.integer({ min: 0, max: 2_000 }),
  rowHeight: fc.integer({ min: 20, max: 120 }),
  count: fc.integer({ min: 0, max: 10_000 }),
});

describe('windowOf', () => {
  it('renders every visible row', () => {
    fc.assert(
      fc.property(view, (given) => {
        const { start, end } = windowOf(given);
        for (let row = 0; row < given.count; row++) {
          const top = row * given.rowHeight;
          const seen = top + given.rowHeight > given.scrollTop && top < given.scrollTop + given.viewHeight;
          if (seen) expect(row >= start && row < end).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('stays within the list, and small for any length', () => {
    fc.assert(
      fc.property(view, (given) => {
        const { start, end, totalHeight } = windowOf(given);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(given.count);
        expect(end - start).toBeLessThanOrEqual(Math.ceil(given.viewHeight / given.rowHeight) + 18);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(totalHeight).toBe(given.count * given.rowHeight);
      }),
    );
  });
});

describe('scrollToShow', () => {
  const given = { scrollTop: 100, viewHeight: 100, rowHeight: 20, count: 100 };

  it('does not move for a visible row', () => expect(scrollToShow(6, given)).toBe(100));
  it('scrolls up just to the row', () => expect(scrollToShow(2, given)).toBe(40));
  it('scrolls down until the row is fully visible', () => expect(scrollToShow(20, given)).toBe(320));
});
