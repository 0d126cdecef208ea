import { fullYear } from './calendar.ts';
import { addNamedRanges, addNumericRanges } from './date-ranges.ts';
import { type AddDate, type DateReading, exact, named, numeric } from './date-reading.ts';
import { shapeOf } from './text-shape.ts';

/**
 * A letter before a number makes it part of a code, except for words joined to a date: `Tuesday5-4-2011`; a time may
 * follow directly.
 */
const NUMERIC =
  /(?:(?<![\p{L}\d./-])|(?<=day|Day|DAY|date|Date|DATE))(\d{1,2})\s?([./\-−])\s?(\d{1,2})\s?\2\s?(\d{4}(?=\d{1,2}:\d{2})|(?:\d{4}|\d{2})(?![\d]|[./-]\d))/gu;
const YEAR_FIRST = /(?<![\d./-])(\d{4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?![\d]|[./-]\d)/g;
/** "90207711/14.08.2025": a number and its date in one. */
const AFTER_NUMBER = /(?<=[\p{L}\d]{4}\/)(\d{1,2})\.(\d{1,2})\.(\d{4})(?![\d.])/gu;
const CJK = /(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/g;
/** Years of the Japanese emperors that documents in use name. */
const ERA = /(令和|平成|昭和)\s?(\d{1,2})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/g;
const YEAR_BEFORE_ERA: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 };
/** "2024. május 9.", "2024 m. gegužės 9 d.", "2024-May-09". */
const YEAR_NAME_DAY =
  /(?<![\d./-])(\d{4})(?:\.|\sm\.)?[\s.\-/]{0,2}(\p{L}{3,12})\.?[\s.\-/]{0,2}(\d{1,2})(?![\d:%]|[.,]\d)/gu;
const DAY_NAME_YEAR =
  /(?<![\d./])(\d{1,2})(?:st|nd|rd|th|er|\.|º|ª)?[\s.\-/]{0,2}(?:de |of |d['’])?(\p{L}{3,12})\.?[\s.,\-/'’´`]{0,3}(?:de |del )?(\d{4}|\d{2})(?![\d:%]|[.,]\d)/gu;
/** "12 AUG/AOÛT 74": travel documents print the month in two languages (ICAO Doc 9303-3, 3.8). */
const DAY_TWO_NAMES_YEAR =
  /(?<![\d./])(\d{1,2})\s?(\p{L}{3,12})\.?\s?\/\s?(\p{L}{3,12})\.?\s?(\d{4}|\d{2})(?![\d:%]|[.,]\d)/gu;
const NAME_DAY_YEAR =
  /(?<!\p{L})(\p{L}{3,12})[\s.\-/]{0,2}(\d{1,2})(?:st|nd|rd|th)?\s?[\s,.\-/'’´`]{1,3}(\d{4}|['’]?\d{2})(?![\d:%]|[.,]\d)/gu;

/**
 * Finds the full dates (day, month, year) in a text; positions are offsets in it. Of overlapping matches the first form
 * wins.
 */
export function findDates(text: string): DateReading[] {
  // Day and year need at least three digits in two runs; without a month name, a third run.
  const { digits, digitRuns, hasWord } = shapeOf(text);
  if (digits < 3 || digitRuns < 2 || (digitRuns < 3 && !hasWord)) return [];
  const found: DateReading[] = [];
  const add: AddDate = (start, length, reading) => {
    const end = start + length;
    if (reading === undefined || found.some((other) => start < other.end && other.start < end)) return;
    found.push({ ...reading, start, end });
  };
  if (hasWord) addNamedRanges(text, add);
  if (digitRuns >= 4) addNumericRanges(text, add);
  if (digitRuns >= 3) addNumeric(text, add);
  if (hasWord) {
    for (const m of text.matchAll(DAY_TWO_NAMES_YEAR))
      add(m.index, m[0].length, named(m[2], m[1], m[4]) ?? named(m[3], m[1], m[4]));
    for (const m of text.matchAll(YEAR_NAME_DAY)) add(m.index, m[0].length, named(m[2], m[3], m[1]));
    for (const m of text.matchAll(DAY_NAME_YEAR)) add(m.index, m[0].length, named(m[2], m[1], m[3]));
    for (const m of text.matchAll(NAME_DAY_YEAR)) add(m.index, m[0].length, named(m[1], m[2], m[3]));
  }
  return found.sort((a, b) => a.start - b.start);
}

function addNumeric(text: string, add: AddDate): void {
  for (const m of text.matchAll(ERA)) {
    const year = (YEAR_BEFORE_ERA[m[1] ?? ''] ?? 0) + Number(m[2]);
    add(m.index, m[0].length, exact(year, Number(m[3]), Number(m[4])));
  }
  for (const m of text.matchAll(CJK)) add(m.index, m[0].length, exact(Number(m[1]), Number(m[2]), Number(m[3])));
  for (const m of text.matchAll(YEAR_FIRST)) add(m.index, m[0].length, exact(Number(m[1]), Number(m[3]), Number(m[4])));
  for (const m of text.matchAll(AFTER_NUMBER))
    add(m.index, m[0].length, numeric(Number(m[1]), Number(m[2]), fullYear(m[3] ?? ''), true));
  for (const m of text.matchAll(NUMERIC)) {
    add(m.index, m[0].length, numeric(Number(m[1]), Number(m[3]), fullYear(m[4] ?? ''), m[2] === '.'));
  }
}
