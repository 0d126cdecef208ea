import { expect, it } from 'vitest';
import { median, percentile } from './statistics.ts';

it('percentiles are values of the sample, whatever its order', () => {
  const sample = [5, 1, 4, 2, 3];
  expect(median(sample)).toBe(3);
  expect(percentile(sample, 0.95)).toBe(5);
  expect(percentile(sample, 0.2)).toBe(1);
  expect(percentile([], 0.5)).toBeNaN();
});
