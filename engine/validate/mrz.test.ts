import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agreesWithDigit, compositeHolds, fieldDigitHolds, MRZ_LAYOUTS, mrzCheckDigit } from './mrz.ts';

// The specimen of ICAO Doc 9303, part 4.
const TD3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];

test('the check digits of the standard are computed', () => {
  expect(mrzCheckDigit('520727')).toBe(3);
  expect(mrzCheckDigit('AB2134<<<')).toBe(5);
  expect(mrzCheckDigit('D231458907')).toBe(mrzCheckDigit('D231458907<<<'));
});

test('every check digit of the specimen passport holds, the composite too', () => {
  const { fields } = MRZ_LAYOUTS.td3;
  for (const place of Object.values(fields)) expect(fieldDigitHolds(TD3, place)).not.toBe(false);
  expect(compositeHolds(TD3, MRZ_LAYOUTS.td3)).toBe(true);
});

test('a single wrong digit never passes its check digit', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{6}$/), fc.nat(5), fc.integer({ min: 1, max: 9 }), (text, at, add) => {
      const digit = String(mrzCheckDigit(text));
      const wrong = text.slice(0, at) + String((Number(text.charAt(at)) + add) % 10) + text.slice(at + 1);
      expect(agreesWithDigit(text, digit)).toBe(true);
      expect(agreesWithDigit(wrong, digit)).toBe(false);
    }),
  );
});

test('a filler as check digit stands for an empty stretch only', () => {
  expect(agreesWithDigit('<<<<<<', '<')).toBe(true);
  expect(agreesWithDigit('12<<<<', '<')).toBe(false);
});
