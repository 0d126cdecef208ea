/** Exact decimals as integers of a fixed scale: the sums of a document must not carry errors of floating point. */
const PLACES = 6;
const DECIMAL = /^(-?)(\d{1,18})(?:\.(\d{1,6}))?$/;

/** Millionths; null for anything but a plain decimal. */
export function millionths(value: string): bigint | null {
  const [, sign = '', whole, part = ''] = DECIMAL.exec(value) ?? [];
  if (whole === undefined) return null;
  const size = BigInt(whole + part.padEnd(PLACES, '0'));
  return sign === '-' ? -size : size;
}

/** The decimal with at least `least` places and no more zeros than that. */
export function decimalOf(amount: bigint, least = 2): string {
  const digits = String(amount < 0n ? -amount : amount).padStart(PLACES + 1, '0');
  const places = [...digits.slice(-PLACES)];
  const last = places.findLastIndex((digit) => digit !== '0');
  const part = places.slice(0, Math.max(last + 1, least)).join('');
  const text = `${digits.slice(0, -PLACES)}${part === '' ? '' : `.${part}`}`;
  return amount < 0n ? `-${text}` : text;
}

/** The product, rounded half away from zero to hundredths. */
export function productOf(a: bigint, b: bigint): bigint {
  const scale = 10n ** BigInt(PLACES * 2 - 2);
  const exact = a * b;
  const half = exact < 0n ? -scale / 2n : scale / 2n;
  return ((exact + half) / scale) * 10n ** BigInt(PLACES - 2);
}
