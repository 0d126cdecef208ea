import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAmount } from './amounts.ts';
import { formatUnits, toUnits, UNITS_PER_ONE } from './decimal.ts';

describe('readAmount', () => {
  test.each([
    ['1.234,56', 'comma', '1234.56'],
    ['1,234.56', 'point', '1234.56'],
    ['1 234,56', 'comma', '1234.56'],
    ["1'234.56", 'point', '1234.56'],
    ['42’987,56', 'comma', '42987.56'],
    ['1,23,456.00', 'point', '123456.00'],
    ['12,50', 'comma', '12.50'],
    ['12.50', 'point', '12.50'],
  ])('%s can only be read one way', (text, certain, value) => {
    const readings = readAmount(text);
    expect(readings.certain).toBe(certain);
    expect(formatUnits(readings.point ?? 0)).toBe(value);
    expect(formatUnits(readings.comma ?? 0)).toBe(value);
  });

  test('a whole number is the same under both marks', () => {
    expect(readAmount('1939')).toMatchObject({ certain: 'either', point: 1939 * UNITS_PER_ONE });
  });

  test('one group of three stays open: thousands or decimals', () => {
    const readings = readAmount('4,950');
    expect(readings.certain).toBe('open');
    expect(readings.point).toBe(4950 * UNITS_PER_ONE);
    expect(readings.comma).toBe(4.95 * UNITS_PER_ONE);
  });

  test.each(['', '000,00', '1.2.3', '12,34,5', '1..2', 'abc'])('%j is no amount', (text) => {
    const readings = readAmount(text);
    expect([readings.point, readings.comma]).toEqual([undefined, undefined]);
  });

  test('every amount printed in a locale reads back as itself', () => {
    const locales = [
      ['.', ','],
      [',', '.'],
      [' ', ','],
      ["'", '.'],
    ] as const;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), fc.constantFrom(...locales), (cents, [group, mark]) => {
        const whole = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, group);
        const readings = readAmount(`${whole}${mark}${String(cents % 100).padStart(2, '0')}`);
        expect(mark === '.' ? readings.point : readings.comma).toBe(cents * 100);
      }),
    );
  });
});

test('units and plain decimals are inverse', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (units) => {
      expect(toUnits(formatUnits(units))).toBe(units);
    }),
  );
});
