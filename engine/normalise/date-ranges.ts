import { fullYear, toIso } from './calendar.ts';
import { type AddDate, exact, named, type Reading } from './date-reading.ts';
import { monthOfName } from './month-names.ts';

/**
 * Two dates that are printed as a range, some of whose parts stand once. Both must be real days, in order and of one
 * form: an order of day and month in which the range would run backwards is no reading of it.
 */

const DASH = /[-–—−]|\bto\b|\bau\b|\bbis\b|\bal\b|\bthrough\b/;
/** A sign or word for "to" between two dates written in digits. */
const TO = String.raw`\s?(?:[-–—−]|to|bis|au|al|a|do|t\/m|through|until)\s?`;
/** "06/14/21-06/27/21": with or without blanks. */
const WHOLE_RANGE = new RegExp(
  String.raw`(?<![\p{L}\d.,/-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})${TO}(\d{1,2})\2(\d{1,2})\2(\d{4}|\d{2})(?!\d|[./-]\d)`,
  'gu',
);
/** "1.4.-30.6.21", "04/01 - 04/30/2021": the year stands once. */
const YEAR_ONCE = new RegExp(
  String.raw`(?<![\p{L}\d.,/-])(\d{1,2})([./])(\d{1,2})\2?${TO}(\d{1,2})\2(\d{1,2})\2(\d{4}|\d{2})(?!\d|[./-]\d)`,
  'gu',
);
/** "1.-30.6.2021": month and year stand once. */
const DAYS_ONLY = /(?<![\p{L}\d.,/-])(\d{1,2})\.\s?[-–—−]\s?(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?!\d|[./-]\d)/gu;
/** "2021-06-14/2021-06-27" (ISO 8601), "2021/06/14-2021/06/27". */
const YEAR_FIRST_RANGE =
  /(?<![\p{L}\d.,/-])(\d{4})([./-])(\d{2})\2(\d{2})\s?(?:[-–—−/]|to)\s?(\d{4})\2(\d{2})\2(\d{2})(?!\d|[./-]\d)/gu;

/** "July 1 - July 31, 2014", "July 1 to 31, 2014": the year stands once. */
const NAME_DAY_RANGE =
  /(?<!\p{L})(\p{L}{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?\s?(?:[-–—−]|to|through)\s?(?:(\p{L}{3,12})\.?\s)?(\d{1,2})(?:st|nd|rd|th)?\s?,\s?(\d{4})(?!\d)/gu;
/** "1er au 31 Juillet 2015", "1 June - 30 June 2024". */
const DAY_RANGE_NAME =
  /(?<![\p{L}\d.,/])(\d{1,2})(er|st|nd|rd|th|\.|º)?\s?(?:(\p{L}{3,12})\.?\s?)?(?:[-–—−]|to|au|bis|al|through)\s?(\d{1,2})(?:er|st|nd|rd|th|\.|º)?\s(?:de )?(\p{L}{3,12})\.?,?\s(?:de )?(\d{4})(?!\d)/gu;

/** Ranges that name their months. The year of the first date is the one before when the range runs over New Year. */
export function addNamedRanges(text: string, add: AddDate): void {
  for (const m of text.matchAll(NAME_DAY_RANGE)) {
    const [start, end] = [m.index, m.index + m[0].length];
    const middle = start + (m[0].search(DASH) || 0);
    add(start, middle - start, startBefore(m[1], m[2], m[3] ?? m[1], m[4], m[5]));
    add(middle + 1, end - middle - 1, named(m[3] ?? m[1], m[4], m[5]));
  }
  for (const m of text.matchAll(DAY_RANGE_NAME)) {
    const [start, end] = [m.index, m.index + m[0].length];
    const middle = start + (m[1]?.length ?? 0);
    add(start, middle - start, startBefore(m[3] ?? m[5], m[1], m[5], m[4], m[6]));
    add(middle + 1, end - middle - 1, named(m[5], m[4], m[6]));
  }
}

function startBefore(name = '', day = '', endName = '', endDay = '', year = ''): Reading | undefined {
  const [month, endMonth] = [monthOfName(name), monthOfName(endName)];
  if (month === undefined || endMonth === undefined) return undefined;
  const later = month > endMonth || (month === endMonth && Number(day) > Number(endDay));
  return exact(fullYear(year) - (later ? 1 : 0), month, Number(day));
}

/** Ranges in digits. */
export function addNumericRanges(text: string, add: AddDate): void {
  for (const m of text.matchAll(YEAR_FIRST_RANGE)) {
    const first = exact(Number(m[1]), Number(m[3]), Number(m[4]));
    addPair(m, first, exact(Number(m[5]), Number(m[6]), Number(m[7])), add);
  }
  for (const m of text.matchAll(WHOLE_RANGE)) {
    const [start, end] = pairOf([m[1], m[3], m[4]], [m[5], m[6], m[7]], m[2] === '.');
    addPair(m, start, end, add);
  }
  for (const m of text.matchAll(YEAR_ONCE)) {
    const [start, end] = pairOf([m[1], m[3], undefined], [m[4], m[5], m[6]], m[2] === '.');
    addPair(m, start, end, add);
  }
  for (const m of text.matchAll(DAYS_ONLY)) {
    const [start, end] = pairOf([m[1], m[3], m[4]], [m[2], m[3], m[4]], true);
    addPair(m, start, end, add);
  }
}

/** The two halves meet at the last sign that is no part of the second date. */
function addPair(match: RegExpMatchArray, first: Reading | undefined, second: Reading | undefined, add: AddDate): void {
  if (first === undefined || second === undefined) return;
  const [start, text] = [match.index ?? 0, match[0]];
  const length = SECOND_DATE.exec(text)?.[0].length ?? 0;
  const head = text.slice(0, text.length - length).replace(TO_AT_END, '').length;
  add(start, head, first);
  add(start + text.length - length, length, second);
}

const SECOND_DATE = /\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/;
const TO_AT_END = new RegExp(`${TO}$`);

type Parts = readonly [string | undefined, string | undefined, string | undefined];

/** The two dates under each order in which both are real and do not run backwards. */
function pairOf(from: Parts, to: Parts, dotted: boolean): readonly [Reading | undefined, Reading | undefined] {
  const dayFirst = daysOf(from, to, (a, b) => [b, a]);
  const monthFirst = dotted && dayFirst !== undefined ? dayFirst : daysOf(from, to, (a, b) => [a, b]);
  if (dayFirst === undefined && monthFirst === undefined) return [undefined, undefined];
  const at = (index: 0 | 1): Reading => ({
    dayFirst: dayFirst?.[index],
    monthFirst: monthFirst?.[index],
    ambiguous: dayFirst !== undefined && monthFirst !== undefined && dayFirst[index] !== monthFirst[index],
  });
  return [at(0), at(1)];
}

function daysOf(
  [a, b, year]: Parts,
  [c, d, endYear]: Parts,
  monthAndDay: (first: number, second: number) => readonly [number, number],
): readonly [string, string] | undefined {
  const last = fullYear(endYear ?? '');
  const end = toIso(last, ...monthAndDay(Number(c), Number(d)));
  if (end === undefined) return undefined;
  const parts = monthAndDay(Number(a), Number(b));
  const start = toIso(year === undefined ? last : fullYear(year), ...parts);
  // Without a year of its own the range may run over New Year.
  const before = year === undefined && start !== undefined && start > end ? toIso(last - 1, ...parts) : start;
  return before === undefined || before > end ? undefined : [before, end];
}
