import { fullYear, toIso } from './calendar.ts';
import { monthOfName } from './month-names.ts';

/** Order of day and month in a numeric date. */
export type DayOrder = 'day-first' | 'month-first';

/** A date as printed, under each order. Equal readings mean the print leaves no choice. */
export interface DateReading {
  /** ISO 8601; undefined where that order gives no real day. */
  readonly dayFirst: string | undefined;
  readonly monthFirst: string | undefined;
  /** True when only the order of two numbers up to twelve decides. */
  readonly ambiguous: boolean;
  readonly start: number;
  readonly end: number;
}

/** A reading without its place. */
export type Reading = Omit<DateReading, 'start' | 'end'>;

/** Takes over a date found at this place, unless another is there already or there is no reading. */
export type AddDate = (start: number, length: number, reading: Reading | undefined) => void;

export function exact(year: number, month: number, day: number): Reading | undefined {
  const iso = toIso(year, month, day);
  return iso === undefined ? undefined : { dayFirst: iso, monthFirst: iso, ambiguous: false };
}

export function named(name: string | undefined, day: string | undefined, year: string | undefined) {
  const month = monthOfName(name ?? '');
  return month === undefined ? undefined : exact(fullYear((year ?? '').replace(/['’]/, '')), month, Number(day));
}

/** Dotted dates are day first wherever they are used; with other signs the order is open while both numbers are up to twelve. */
export function numeric(a: number, b: number, year: number, dotted: boolean): Reading | undefined {
  const dayFirst = toIso(year, b, a);
  const monthFirst = toIso(year, a, b);
  if (dayFirst === undefined && monthFirst === undefined) return undefined;
  if (dotted && dayFirst !== undefined) return { dayFirst, monthFirst: dayFirst, ambiguous: false };
  return {
    dayFirst,
    monthFirst,
    ambiguous: dayFirst !== undefined && monthFirst !== undefined && dayFirst !== monthFirst,
  };
}
