import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PROVED_FROM, probabilityOf, stateOf } from './confidence.ts';
import type { Choice } from './resolve/choice.ts';

const choice = fc.record<Choice>({
  value: fc.constant('1.00'),
  spans: fc.constant([]),
  score: fc.double({ min: 0, max: 1, noNaN: true }),
  rule: fc.constant('label'),
  alternatives: fc.constant([]),
  checks: fc.subarray(['sum_chain']),
  proof: fc.boolean(),
  ambiguous: fc.boolean(),
});

test('nothing is proved without an independent check', () => {
  fc.assert(
    fc.property(choice, (one) => {
      fc.pre(!one.proof);
      expect(probabilityOf(one)).toBeLessThan(PROVED_FROM);
      expect(stateOf('total_amount', one, 1)).not.toBe('proved');
    }),
  );
});

test('what has two readings is for a person, whatever else holds', () => {
  fc.assert(
    fc.property(choice, (one) => {
      fc.pre(one.ambiguous);
      expect(stateOf('invoice_date', one, probabilityOf(one))).toBe('needs_review');
    }),
  );
});

test('a better reading never gets a lower probability', () => {
  fc.assert(
    fc.property(choice, fc.double({ min: 0, max: 1, noNaN: true }), (one, other) => {
      const [low, high] = [Math.min(one.score, other), Math.max(one.score, other)];
      expect(probabilityOf({ ...one, score: low })).toBeLessThanOrEqual(probabilityOf({ ...one, score: high }));
    }),
  );
});
