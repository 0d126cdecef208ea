import { memoize } from './memoize.ts';

const DECIMAL = /^-?\d+(?:\.(\d+))?$/;
const CURRENCY = /^[A-Z]{3}$/;

function isDecimal(value: string): value is `${number}` {
  return DECIMAL.test(value);
}

/** Key: locale, currency or empty, minimum number of decimals. */
const formatterOf = memoize((key) => {
  const [locale = '', currency = '', decimals = '0'] = key.split('|');
  const known = locale === '' ? undefined : locale;
  const least = Number(decimals);
  if (currency === '') {
    return new Intl.NumberFormat(known, { minimumFractionDigits: least, maximumFractionDigits: least });
  }
  const style = { style: 'currency', currency } as const;
  const usual = new Intl.NumberFormat(known, style).resolvedOptions().maximumFractionDigits ?? 2;
  const shown = Math.max(usual, least);
  return new Intl.NumberFormat(known, { ...style, minimumFractionDigits: shown, maximumFractionDigits: shown });
});

/**
 * Formats a decimal string for a locale. No digit is lost: the formatter receives the string, not a float, and keeps all
 * decimals. Anything but a plain decimal is returned unchanged.
 *
 * @param currency ISO 4217 code, or null if unknown
 */
export function formatAmount(value: string, currency: string | null, locale = ''): string {
  if (!isDecimal(value)) return value;
  const decimals = DECIMAL.exec(value)?.[1]?.length ?? 0;
  const code = currency !== null && CURRENCY.test(currency) ? currency : '';
  return formatterOf(`${locale}|${code}|${decimals}`).format(value);
}
