import { fullYear, toIso } from './calendar.ts';
import { foldText } from './fold-text.ts';
import { MONTH_NAMES } from './month-names.ts';
import { shapeOf } from './text-shape.ts';

/** Order of day and month in a numeric date. */
export type DayOrder = 'day-first' | 'month-first';

/** A date as printed, under each order. Equal readings mean that the print is unambiguous. */
export interface DateReading {
  /** ISO 8601; undefined if that order gives an invalid date. */
  readonly dayFirst: string | undefined;
  readonly monthFirst: string | undefined;
  /** True if the order matters and both numbers are at most twelve. */
  readonly ambiguous: boolean;
  readonly start: number;
  readonly end: number;
}

const MONTH_BY_NAME: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
);

/**
 * A letter before a number makes it part of a code, except for words joined to a date: `Tuesday5-4-2011`; a time may
 * follow directly.
 */
const NUMERIC =
  /(?:(?<![\p{L}\d./-])|(?<=day|Day|DAY|date|Date|DATE))(\d{1,2})\s?([./\-−])\s?(\d{1,2})\s?\2\s?(\d{4}(?=\d{1,2}:\d{2})|(?:\d{4}|\d{2})(?![\d]|[./-]\d))/gu;
const YEAR_FIRST = /(?<![\d./-])(\d{4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?![\d]|[./-]\d)/g;
const CJK = /(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/g;
const DAY_NAME_YEAR =
  /(?<![\d./])(\d{1,2})(?:st|nd|rd|th|er|\.|º|ª)?[\s.\-/]{0,2}(?:de |of |d['’])?(\p{L}{3,12})\.?[\s.,\-/'’´`]{0,3}(?:de |del )?(\d{4}|\d{2})(?![\d:%]|[.,]\d)/gu;
/** "12 AUG/AOÛT 74": travel documents print the month in two languages (ICAO Doc 9303-3, 3.8). */
const DAY_TWO_NAMES_YEAR =
  /(?<![\d./])(\d{1,2})\s?(\p{L}{3,12})\.?\s?\/\s?(\p{L}{3,12})\.?\s?(\d{4}|\d{2})(?![\d:%]|[.,]\d)/gu;
const NAME_DAY_YEAR =
  /(?<!\p{L})(\p{L}{3,12})[\s.\-/]{0,2}(\d{1,2})(?:st|nd|rd|th)?\s?[\s,.\-/'’´`]{1,3}(\d{4}|['’]?\d{2})(?![\d:%]|[.,]\d)/gu;

const DASH = /[-–—−]|\bto\b|\bau\b|\bbis\b|\bal\b|\bthrough\b/;
/** "July 1 - July 31, 2014", "July 1 to 31, 2014": the year is printed once. */
const NAME_DAY_RANGE =
  /(?<!\p{L})(\p{L}{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?\s?(?:[-–—−]|to|through)\s?(?:(\p{L}{3,12})\.?\s)?(\d{1,2})(?:st|nd|rd|th)?\s?,\s?(\d{4})(?!\d)/gu;
/** "1er au 31 Juillet 2015", "1 June - 30 June 2024". */
const DAY_RANGE_NAME =
  /(?<![\p{L}\d.,/])(\d{1,2})(er|st|nd|rd|th|\.|º)?\s?(?:(\p{L}{3,12})\.?\s?)?(?:[-–—−]|to|au|bis|al|through)\s?(\d{1,2})(?:er|st|nd|rd|th|\.|º)?\s(?:de )?(\p{L}{3,12})\.?,?\s(?:de )?(\d{4})(?!\d)/gu;

/**
 * Finds the full dates (day, month, year) in a text; positions are offsets in it. Of overlapping matches the first form
 * wins.
 */
export function findDates(text: string): DateReading[] {
  // Day and year need at least three digits in two runs; without a month name, a third run.
  const { digits, digitRuns, hasWord } = shapeOf(text);
  if (digits < 3 || digitRuns < 2 || (digitRuns < 3 && !hasWord)) return [];
  const found: DateReading[] = [];
  const add: Add = (start, length, reading) => {
    const end = start + length;
    if (reading === undefined || found.some((other) => start < other.end && other.start < end)) return;
    found.push({ ...reading, start, end });
  };
  if (hasWord) addRanges(text, add);
  if (digitRuns >= 3) addNumeric(text, add);
  if (hasWord) {
    for (const m of text.matchAll(DAY_TWO_NAMES_YEAR))
      add(m.index, m[0].length, named(m[2], m[1], m[4]) ?? named(m[3], m[1], m[4]));
    for (const m of text.matchAll(DAY_NAME_YEAR)) add(m.index, m[0].length, named(m[2], m[1], m[3]));
    for (const m of text.matchAll(NAME_DAY_YEAR)) add(m.index, m[0].length, named(m[1], m[2], m[3]));
  }
  return found.sort((a, b) => a.start - b.start);
}

type Add = (start: number, length: number, reading: Omit<DateReading, 'start' | 'end'> | undefined) => void;

function addRanges(text: string, add: Add): void {
  for (const m of text.matchAll(NAME_DAY_RANGE)) {
    const [start, end] = [m.index, m.index + m[0].length];
    const middle = start + (m[0].search(DASH) || 0);
    add(start, middle - start, named(m[1], m[2], m[5]));
    add(middle + 1, end - middle - 1, named(m[3] ?? m[1], m[4], m[5]));
  }
  for (const m of text.matchAll(DAY_RANGE_NAME)) {
    const [start, end] = [m.index, m.index + m[0].length];
    const middle = start + (m[1]?.length ?? 0);
    add(start, middle - start, named(m[3] ?? m[5], m[1], m[6]));
    add(middle + 1, end - middle - 1, named(m[5], m[4], m[6]));
  }
}

function addNumeric(text: string, add: Add): void {
  for (const m of text.matchAll(CJK)) add(m.index, m[0].length, exact(Number(m[1]), Number(m[2]), Number(m[3])));
  for (const m of text.matchAll(YEAR_FIRST)) add(m.index, m[0].length, exact(Number(m[1]), Number(m[3]), Number(m[4])));
  for (const m of text.matchAll(NUMERIC)) {
    add(m.index, m[0].length, numeric(Number(m[1]), Number(m[3]), fullYear(m[4] ?? ''), m[2] === '.'));
  }
}

function exact(year: number, month: number, day: number): Omit<DateReading, 'start' | 'end'> | undefined {
  const iso = toIso(year, month, day);
  return iso === undefined ? undefined : { dayFirst: iso, monthFirst: iso, ambiguous: false };
}

function named(name: string | undefined, day: string | undefined, year: string | undefined) {
  const month = monthOfName(name ?? '');
  return month === undefined ? undefined : exact(fullYear((year ?? '').replace(/['’]/, '')), month, Number(day));
}

/**
 * Dotted dates are always day first; with other separators the order is ambiguous if both numbers are at most twelve.
 */
function numeric(a: number, b: number, year: number, dotted: boolean): Omit<DateReading, 'start' | 'end'> | undefined {
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

/** Month of a printed name, from 1. */
export function monthOfName(name: string): number | undefined {
  return MONTH_BY_NAME.get(foldText(name).replace(/\.$/, ''));
}

export { fullYear, toIso } from './calendar.ts';
