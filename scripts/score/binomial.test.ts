import { expect, test } from 'vitest';
import { binomialAtMost, clopperPearsonUpper } from './binomial.ts';

test('no event in 600 trials leaves at most about half a percent', () => {
  expect(clopperPearsonUpper(0, 600)).toBeCloseTo(1 - 0.05 ** (1 / 600), 9);
});

test('two wrong in 111 leave a little over five percent', () => {
  expect(clopperPearsonUpper(2, 111)).toBeCloseTo(0.0556, 3);
});

test('nothing observed, nothing known', () => {
  expect(clopperPearsonUpper(0, 0)).toBe(1);
});

test('the distribution sums to one', () => {
  expect(binomialAtMost(20, 20, 0.3)).toBeCloseTo(1, 9);
});
