import { expect, test } from 'vitest';
import { DEFAULT_PLAN_LIMITS } from '../domain/plans.ts';
import { readPlanLimits } from './plan-limits.ts';

test('what a deployment does not say stays as it is', () => {
  expect(readPlanLimits(undefined)).toBe(DEFAULT_PLAN_LIMITS);
  const limits = readPlanLimits('{"starter": {"members": 5}}');
  expect(limits.starter).toEqual({ ...DEFAULT_PLAN_LIMITS.starter, members: 5 });
  expect(limits.enterprise).toEqual(DEFAULT_PLAN_LIMITS.enterprise);
});

test.each([
  '{"gold": {}}',
  '{"starter": {"seats": 5}}',
  '{"starter": {"members": -1}}',
  '{"starter": {"members": "5"}}',
  '{"starter": 5}',
  '[]',
  '{"starter": ',
])('%s is refused and not guessed at', (json) => {
  expect(() => readPlanLimits(json)).toThrow(/^PLAN_LIMITS /);
});
