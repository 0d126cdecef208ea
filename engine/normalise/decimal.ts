/**
 * Amounts as integer ten-thousandths: exact up to nine hundred thousand million, so sums of printed amounts compare
 * with `===`.
 */
export type Units = number;

export const UNITS_PER_ONE = 10_000;

/** `"-1234.5"` to units; undefined if it is not a plain decimal with a point, or has more than four places. */
export function toUnits(decimal: string): Units | undefined {
  const match = /^(-?)(\d{1,11})(?:\.(\d{1,4}))?$/.exec(decimal);
  if (match === null) return undefined;
  const whole = Number(match[2]) * UNITS_PER_ONE + Number((match[3] ?? '').padEnd(4, '0'));
  return match[1] === '-' && whole !== 0 ? -whole : whole;
}

/** A plain decimal with a point and at least two places: `118.00`, `0.025`. */
export function formatUnits(units: Units): string {
  const sign = units < 0 ? '-' : '';
  const absolute = Math.abs(units);
  const whole = Math.floor(absolute / UNITS_PER_ONE);
  const places = String(absolute % UNITS_PER_ONE)
    .padStart(4, '0')
    .replace(/0{1,2}$/, '');
  return `${sign}${whole}.${places}`;
}
