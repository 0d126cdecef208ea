import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slugOf } from './slug.ts';

test.each([
  ['Acme Inc.', 'acme-inc'],
  ['  Müller & Söhne  ', 'muller-sohne'],
  ['株式会社', 'organization'],
  ['--', 'organization'],
])('%j becomes %j', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test('every name gives a slug that is safe in an address', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      (name) => /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(slugOf(name)) && slugOf(name).length <= 48,
    ),
  );
});
