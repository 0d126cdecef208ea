import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isCreditorReference, isQrReference } from './payment-reference.ts';

test('references of the standards pass, with or without blanks', () => {
  expect(isQrReference('21 00000 00003 13947 14300 09017')).toBe(true);
  expect(isCreditorReference('RF18 5390 0754 7034')).toBe(true);
});

test('a reference of another length or form does not pass', () => {
  expect(isQrReference('2100000000031394714300090')).toBe(false);
  expect(isCreditorReference('RF18')).toBe(false);
  expect(isCreditorReference('18539007547034')).toBe(false);
});

test('one exchanged digit breaks a Swiss reference', () => {
  const good = '210000000003139471430009017';
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 9 }), (at, add) => {
      const digit = (Number(good.charAt(at)) + add) % 10;
      expect(isQrReference(good.slice(0, at) + digit + good.slice(at + 1))).toBe(false);
    }),
  );
});
