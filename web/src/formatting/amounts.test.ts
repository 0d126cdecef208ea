import { describe, expect, it } from 'vitest';
import { formatAmount } from './amounts.ts';

/** Formatters use different no-break spaces, which these tests ignore. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('formatAmount', () => {
  it.each([
    ['1234.5', 'EUR', 'de-DE', '1.234,50 €'],
    ['1234.5', 'USD', 'en-US', '$1,234.50'],
    ['1234.5', 'EUR', 'fr-FR', '1 234,50 €'],
    ['-12.00', 'USD', 'en-US', '-$12.00'],
    ['500', 'JPY', 'en-US', '¥500'],
    ['118.00', null, 'de-DE', '118,00'],
    ['12', null, 'en-US', '12'],
  ])('writes %s %s for %s as %s', (value, currency, locale, expected) => {
    expect(plain(formatAmount(value, currency, locale))).toBe(expected);
  });

  it('keeps every digit of values beyond float precision', () => {
    expect(formatAmount('12345678901234567890.12', null, 'en-US')).toBe('12,345,678,901,234,567,890.12');
  });

  it('keeps more decimals than the currency usually has', () => {
    expect(formatAmount('0.12345', 'USD', 'en-US')).toBe('$0.12345');
  });

  it.each(['', '12,50', '1e3', 'n/a', ' 5'])('returns %j unchanged', (value) => {
    expect(formatAmount(value, 'EUR', 'de-DE')).toBe(value);
  });

  it('ignores invalid currency codes', () => {
    expect(formatAmount('5.00', 'euro', 'en-US')).toBe('5.00');
  });
});
