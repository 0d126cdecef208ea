import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grantBlock, type RateState } from './rate-limit.ts';

const policies = fc.record({ quota: fc.nat({ max: 5_000 }), windowMs: fc.integer({ min: 1, max: 120_000 }) });

test('the blocks of a window never add up to more than the quota, and together they reach it', () => {
  fc.assert(
    fc.property(policies, fc.nat({ max: 1_000 }), (policy, windows) => {
      const start = windows * policy.windowMs;
      let state: RateState | undefined;
      let sum = 0;
      for (let asked = 0; asked <= policy.quota + 2; asked++) {
        const grant = grantBlock(state, policy, start + (asked % policy.windowMs));
        sum += grant.granted;
        expect(grant.remaining).toBe(policy.quota - sum);
        expect(grant.resetAt).toBe(start + policy.windowMs);
        state = grant.state;
        if (grant.granted === 0) break;
      }
      expect(sum).toBe(policy.quota);
    }),
  );
});

test('every window starts anew, also after a long silence and with a clock that went back', () => {
  fc.assert(
    fc.property(policies, fc.array(fc.nat({ max: 1_000_000 }), { maxLength: 60 }), (policy, times) => {
      let state: RateState | undefined;
      for (const now of times) {
        const before = state;
        const grant = grantBlock(state, policy, now);
        expect(grant.granted).toBeLessThanOrEqual(policy.quota);
        expect(grant.state.used).toBeLessThanOrEqual(policy.quota);
        expect(grant.resetAt).toBeGreaterThan(now);
        if (before && before.windowStart !== grant.state.windowStart) expect(grant.state.used).toBe(grant.granted);
        state = grant.state;
      }
    }),
  );
});

test('a smaller quota in the middle of a window grants nothing more', () => {
  const first = grantBlock(undefined, { quota: 1_600, windowMs: 1_000 }, 0);
  expect(first.granted).toBe(100);
  expect(grantBlock(first.state, { quota: 50, windowMs: 1_000 }, 1)).toMatchObject({ granted: 0, remaining: 0 });
});
