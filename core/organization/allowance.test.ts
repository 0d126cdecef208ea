import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AllowanceBook } from './allowance.ts';
import type { AllowanceBlock } from './interface.ts';
import { grantBlock, type RatePolicy, type RateState } from './rate-limit.ts';

/** The part of the organization's Durable Object that the isolates' books use. */
function objectOf(policy: RatePolicy) {
  let state: RateState | undefined;
  let asked = 0;
  return {
    get asked() {
      return asked;
    },
    take(now: number): AllowanceBlock {
      asked += 1;
      const grant = grantBlock(state, policy, now);
      if (grant.granted > 0) state = grant.state;
      return grant;
    },
  };
}

const WINDOW_MS = 1_000;

test('however many isolates ask, together they let exactly the quota through', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 300 }),
      async (quota, isolates, order) => {
        const policy = { quota, windowMs: WINDOW_MS };
        const object = objectOf(policy);
        const books = Array.from({ length: isolates }, () => new AllowanceBook());
        let allowed = 0;
        const spend = async (isolate: number) => {
          const decision = await books[isolate % isolates]?.spend('org', policy, 10, async () => object.take(10));
          if (decision?.allowed) allowed += 1;
          expect(decision?.remaining).toBeGreaterThanOrEqual(0);
        };
        for (const isolate of order) await spend(isolate);
        expect(allowed).toBeLessThanOrEqual(Math.min(quota, order.length));
        for (let i = 0; i < isolates; i++) for (let n = 0; n <= quota; n++) await spend(i);
        expect(allowed).toBe(quota);
      },
    ),
    { numRuns: 60 },
  );
});

test('requests side by side in one isolate never spend more than the quota', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 150 }), async (quota, requests) => {
      const policy = { quota, windowMs: WINDOW_MS };
      const object = objectOf(policy);
      const book = new AllowanceBook();
      const decisions = await Promise.all(
        Array.from({ length: requests }, (_, i) =>
          book.spend('org', policy, 10, async () => {
            const block = object.take(10);
            // Responses arrive in a different order than the requests.
            for (let turn = 0; turn < (i * 7) % 5; turn++) await Promise.resolve();
            return block;
          }),
        ),
      );
      expect(decisions.filter((decision) => decision.allowed).length).toBeLessThanOrEqual(quota);
    }),
  );
});

test('while there is plenty, few requests ask the object', async () => {
  const policy = { quota: 1_600, windowMs: WINDOW_MS };
  const object = objectOf(policy);
  const book = new AllowanceBook();
  for (let i = 0; i < 800; i++) await book.spend('org', policy, 10, async () => object.take(10));
  expect(object.asked).toBeLessThanOrEqual(12);
});

test('when nothing is left the object is left alone until the window ends', async () => {
  const policy = { quota: 1, windowMs: WINDOW_MS };
  const object = objectOf(policy);
  const book = new AllowanceBook();
  const spend = (now: number) => book.spend('org', policy, now, async () => object.take(now));
  expect((await spend(10)).allowed).toBe(true);
  for (let i = 0; i < 50; i++) expect((await spend(11)).allowed).toBe(false);
  expect(object.asked).toBeLessThanOrEqual(2);
  expect((await spend(WINDOW_MS)).allowed).toBe(true);
});

test('one organization never spends what another was given', async () => {
  const policy = { quota: 16, windowMs: WINDOW_MS };
  const [a, b] = [objectOf(policy), objectOf(policy)];
  const book = new AllowanceBook();
  for (let i = 0; i < 20; i++) await book.spend('a', policy, 10, async () => a.take(10));
  const decision = await book.spend('b', policy, 10, async () => b.take(10));
  expect(decision).toMatchObject({ allowed: true, remaining: 15 });
});
