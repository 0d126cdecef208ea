import { expect, test } from 'vitest';
import type { Choice } from '../base/choice.ts';
import { isDoubtful } from './doubtful-choice.ts';

const labelled: Choice = {
  value: '10.00',
  spans: [],
  score: 0.8,
  rule: 'label:total/right',
  alternatives: [],
  checks: [],
  proof: false,
  ambiguous: false,
};

test('only what no label and no check speaks for may be overruled', () => {
  expect(isDoubtful(labelled)).toBe(false);
  expect(isDoubtful({ ...labelled, rule: 'largest_amount' })).toBe(true);
  expect(isDoubtful({ ...labelled, score: 0.5 })).toBe(true);
  expect(isDoubtful({ ...labelled, score: 0.5, checks: ['sum'] })).toBe(false);
  expect(isDoubtful({ ...labelled, rule: 'largest_amount', proof: true })).toBe(false);
});
