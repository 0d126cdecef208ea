import fc from 'fast-check';
import { expect, test } from 'vitest';

test('a property test tries the same values in every run', () => {
  const { seed } = fc.check(fc.property(fc.integer(), () => true));
  expect(seed).toBe(Number(process.env['PROPERTY_SEED'] ?? 1));
});
