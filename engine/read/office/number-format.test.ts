import { expect, test } from 'vitest';
import { formatNumber } from './number-format.ts';

const dates = { since1904: false };
const shown = (value: number, code: string) => formatNumber(value, 164, code, dates);

test.each([
  [1234.5, 'General', '1234.5'],
  [0.1 + 0.2, 'General', '0.3'],
  [1234.5, '#,##0.00', '1,234.50'],
  [1.005, '0.00', '1.01'],
  [-1234.5, '#,##0.00', '-1,234.50'],
  [-1234.5, '#,##0.00;(#,##0.00)', '(1,234.50)'],
  [0, '0.00;-0.00;"-"', '-'],
  [0.195, '0.0%', '19.5%'],
  [1234.5, '#,##0.00 "€"', '1,234.50 €'],
  [1234.5, '[$€-407] #,##0.00', '€ 1,234.50'],
  [1234.5, '_-* #,##0.00_-;-* #,##0.00_-', '1,234.50'],
  [7, '000', '007'],
  [3, '0.##', '3'],
  [1_500_000, '0.0,,"M"', '1.5M'],
])('%d in the format %s is shown as %s', (value, code, text) => {
  expect(shown(value, code)).toBe(text);
});

test.each([
  [45_365, 'yyyy-mm-dd', '2024-03-14'],
  [45_365, 'dd/mm/yyyy', '14/03/2024'],
  [45_365, 'd. mmmm yyyy', '14. March 2024'],
  [45_365.75, 'm/d/yy h:mm AM/PM', '3/14/24 6:00 PM'],
  [45_365, '[$-407]dd.mm.yyyy', '14.03.2024'],
  [1.5, '[h]:mm', '36:00'],
  [0.999_999, 'h:mm:ss', '0:00:00'],
])('the day %d in the format %s is shown as %s', (value, code, text) => {
  expect(shown(value, code)).toBe(text);
});

test('the same number is another day in files that count from 1904', () => {
  expect(formatNumber(43_903, 14, undefined, { since1904: true })).toBe('2024-03-14');
  expect(formatNumber(45_365, 14, undefined, { since1904: false })).toBe('2024-03-14');
});

test('a number that is no day of the calendar is shown as a number', () => {
  expect(shown(-5, 'yyyy-mm-dd')).toBe('-5');
});
