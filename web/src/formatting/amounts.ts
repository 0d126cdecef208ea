const DECIMAL = /^-?\d+(?:\.(\d+))?$/;
const CURRENCY = /^[A-Z]{3}$/;

function isDecimal(value: string): value is `${number}` {
  return DECIMAL.test(value);
}

/**
 * A decimal string as people of `locale` write it. Digits are never lost: the value goes to the formatter as a string,
 * not as a float, and keeps all its decimals. What is no plain decimal comes back unchanged.
 *
 * @param currency ISO 4217 code, or null when not known
 */
export function formatAmount(value: string, currency: string | null, locale?: string): string {
  if (!isDecimal(value)) return value;
  const digits = DECIMAL.exec(value)?.[1]?.length ?? 0;
  if (currency === null || !CURRENCY.test(currency)) {
    return new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
      value,
    );
  }
  const usual =
    new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const shown = Math.max(usual, digits);
  const options = { style: 'currency', currency, minimumFractionDigits: shown, maximumFractionDigits: shown } as const;
  return new Intl.NumberFormat(locale, options).format(value);
}
