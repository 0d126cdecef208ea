import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isIban } from './iban.ts';
import { isAbn, isGstin, isLuhn, judgeVatNumber } from './tax-id.ts';

describe('isIban', () => {
  const VALID = [
    'DE89 3704 0044 0532 0130 00',
    'GB82WEST12345698765432',
    'FR1420041010050500013M02606',
    'NL91ABNA0417164300',
  ];

  test.each(VALID)('%s holds', (iban) => {
    expect(isIban(iban)).toBe(true);
  });

  test('every change of one digit is seen', () => {
    fc.assert(
      fc.property(fc.constantFrom(...VALID), fc.nat(), fc.integer({ min: 1, max: 9 }), (text, at, by) => {
        const iban = text.replace(/\s/g, '');
        const places = [...iban.matchAll(/\d/g)].map((match) => match.index);
        const place = places[at % places.length] ?? 0;
        const digit = (Number(iban.charAt(place)) + by) % 10;
        expect(isIban(iban.slice(0, place) + String(digit) + iban.slice(place + 1))).toBe(false);
      }),
    );
  });

  test('a number of the wrong length for its country does not hold', () => {
    expect(isIban('DE8937040044053201300')).toBe(false);
  });
});

describe('tax numbers', () => {
  test.each([
    'DE136695976',
    'FR83404833048',
    'IT00743110157',
    'ATU13585627',
    'BE0428759497',
    'NL004495445B01',
    'PL8567346215',
    'PT501964843',
    'DK13585628',
    'FI20774740',
    'SE556188840401',
    'LU15027442',
    'EL094259216',
    'GB980780684',
    'HU12892312',
    'SI50223054',
  ])('%s holds', (number) => {
    expect(judgeVatNumber(number)).toBe('valid');
  });

  test.each(['DE136695977', 'IT00743110158', 'PL8567346216', 'GB980780685'])('%s does not hold', (number) => {
    expect(judgeVatNumber(number)).toBe('invalid');
  });

  test('a format without a known checksum is neither', () => {
    expect(judgeVatNumber('XX123')).toBe('unknown');
  });

  test('national numbers', () => {
    expect(isAbn('51 824 753 556')).toBe(true);
    expect(isAbn('51 824 753 557')).toBe(false);
    expect(isGstin('27AAPFU0939F1ZV')).toBe(true);
    expect(isGstin('27AAPFU0939F1ZW')).toBe(false);
    expect(isLuhn('732829320')).toBe(true);
    expect(isLuhn('732829321')).toBe(false);
  });
});
