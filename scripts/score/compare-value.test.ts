import { expect, test } from 'vitest';
import { canonicalAmount, compareAny, compareValue } from './compare-value.ts';

test.each([
  ['14.5', '14.50', true],
  ['1.234,50', '1234.50', true],
  ['€ 1,234.50', '1234.5', true],
  ['-12.00', '12.00', false],
  ['(12.00)', '-12.00', true],
  ['22800', '22800', true],
  ['n/a', '0.00', false],
])('amounts are equal as decimals: %s and %s', (predicted, expected, right) => {
  expect(compareValue('amount', predicted, expected).right).toBe(right);
});

test('text that is not a number has no amount', () => {
  expect(canonicalAmount('none')).toBeUndefined();
});

test('identifiers ignore case, blanks and punctuation, and nothing else', () => {
  expect(compareValue('id', 'gb 123-4567', 'GB1234567').right).toBe(true);
  expect(compareValue('id', 'GB1234568', 'GB1234567').right).toBe(false);
  expect(compareValue('id', '--', '..').right).toBe(false);
});

test('a telephone number is right by its last seven digits', () => {
  expect(compareValue('phone', '+60 3-5121 3881', '03-51213881').right).toBe(true);
  expect(compareValue('phone', '3881', '03-51213881').right).toBe(false);
});

test('a time is right with and without seconds and leading zero', () => {
  expect(compareValue('time', '9:05:13', '09:05').right).toBe(true);
  expect(compareValue('time', '09:06', '09:05').right).toBe(false);
});

test('a name under half alike scores nothing', () => {
  expect(compareValue('name', 'Xylophone', 'Contoso').score).toBe(0);
});

test('a name with another accent, case or full stop is right', () => {
  expect(compareValue('name', 'Café Zürich AG.', 'CAFE ZURICH AG').right).toBe(true);
});

test('spaces are dropped on both sides where the source has none', () => {
  expect(compareValue('name', 'Little Delhi', 'LittleDelhi', { withoutSpaces: true }).score).toBe(1);
});

test('an address is right from a token F1 of 0.8 on', () => {
  expect(compareValue('address', '1 High Street, London', '1 High Street London N1').right).toBe(true);
  expect(compareValue('address', 'London', '1 High Street London N1').right).toBe(false);
});

test('machine-readable zones are compared line by line', () => {
  expect(compareValue('mrz', 'P<GBR A\nB', 'P<GBRA\nB').right).toBe(true);
  expect(compareValue('mrz', 'P<GBRAB', 'P<GBRA\nB').right).toBe(false);
});

test('an accepted variant counts as right', () => {
  expect(compareAny('date', '2024-02-01', ['2024-01-02', '2024-02-01']).right).toBe(true);
});
