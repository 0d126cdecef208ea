import { expect, test } from 'vitest';
import { sharesOf } from '#engine/learning';
import { fitShares } from './fit-shares.ts';

const clear = { margins: [4, -3, -3], right: [true, false, false] };
const tied = [
  { margins: [4, 3.9], right: [true, false] },
  { margins: [4, 3.9], right: [false, true] },
];
const absent = { margins: [-2, -3], right: [false, false] };

test('a value that stands out is surer than one with a rival, and low margins mean that there is none', () => {
  const shares = fitShares([clear, clear, ...tied, absent, absent]);
  const [alone = 0] = sharesOf({ shares }, clear.margins);
  const [first = 0, second = 0] = sharesOf({ shares }, [4, 3.9]);
  expect(alone).toBeGreaterThan(0.8);
  expect(first).toBeLessThan(0.65);
  expect(first + second).toBeGreaterThan(0.7);
  expect(Math.max(...sharesOf({ shares }, absent.margins))).toBeLessThan(0.5);
});
