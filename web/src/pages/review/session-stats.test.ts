import { describe, expect, it } from 'vitest';
import { countsAsKey, median, summarize } from './session-stats.ts';

describe('the figures of a session', () => {
  it('are medians of what was decided', () => {
    const done = (outcome: 'approved' | 'rejected' | 'postponed', seconds: number, keys: number) => ({
      id: 'd',
      name: 'n',
      outcome,
      milliseconds: seconds * 1_000,
      keys,
    });
    const figures = summarize([
      done('approved', 4, 3),
      done('approved', 10, 9),
      done('rejected', 6, 4),
      done('postponed', 90, 1),
    ]);
    expect(figures).toEqual({ approved: 2, rejected: 1, postponed: 1, medianSeconds: 6, medianKeys: 4 });
    expect(median([])).toBe(null);
    expect(median([1, 4])).toBe(2.5);
  });
});

describe('a key press', () => {
  it('counts once, its modifiers with it', () => {
    expect(countsAsKey({ key: 'Enter', repeat: false })).toBe(true);
    expect(countsAsKey({ key: 'Control', repeat: false })).toBe(false);
    expect(countsAsKey({ key: 'ArrowDown', repeat: true })).toBe(false);
  });
});
