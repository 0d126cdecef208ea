/** A calendar date as ISO 8601; undefined if there is no such day. */
function isoDate(year: number, month: number, day: number): string | undefined {
  if (!Number.isInteger(year) || year < 1900 || year > 2199) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  // An invalid date such as 31 February rolls over into the next month.
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}

/** Two-digit years from here on are of the last century: bank formats of this kind are younger. */
const FIRST_OF_CENTURY = 80;

function fullYear(year: number): number {
  if (year >= 100) return year;
  return year + (year >= FIRST_OF_CENTURY ? 1900 : 2000);
}

/** `YYMMDD`, as SWIFT and BAI2 write dates. */
export function sixDigitDate(text: string): string | undefined {
  const [, year, month, day] = /^(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  return year === undefined ? undefined : isoDate(fullYear(Number(year)), Number(month), Number(day));
}

/** `YYYYMMDD`, with or without time and zone after it. */
export function eightDigitDate(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)/.exec(text.trim()) ?? [];
  return year === undefined ? undefined : isoDate(Number(year), Number(month), Number(day));
}

/** The day and month (`MMDD`) nearest to a date: a booking of 2 January may have a value date in December. */
export function nearestYear(monthDay: string, to: string): string | undefined {
  const [month, day] = [Number(monthDay.slice(0, 2)), Number(monthDay.slice(2))];
  const base = Number(to.slice(0, 4));
  const candidates = [base - 1, base, base + 1].flatMap((year) => isoDate(year, month, day) ?? []);
  const distance = (date: string) => Math.abs(Date.parse(date) - Date.parse(to));
  return candidates.sort((a, b) => distance(a) - distance(b))[0];
}

/** Order of day, month and year in a date of numbers. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

interface DateParts {
  readonly parts: readonly [number, number, number];
  readonly separator: string;
  readonly yearFirst: boolean;
}

/** `1/15'05`, `15.01.2005`, `2005-01-15 12:00`: three numbers. The apostrophe of QIF stands for the year 2000. */
function partsOf(text: string): DateParts | undefined {
  const match = /^(\d{1,4})([-/. ])\s?(\d{1,2})(?:[-/.]|')\s?(\d{1,4})(?=$|[\sT,])/.exec(text.trim());
  if (match === null) return undefined;
  const [first = '', separator = '', second = '', third = ''] = match.slice(1);
  if (first.length === 3 || third.length === 3) return undefined;
  return { parts: [Number(first), Number(second), Number(third)], separator, yearFirst: first.length === 4 };
}

/** The order that all dates of a file allow; undefined if they allow both. `01.02.2024` has the day first. */
export function dateOrderOf(texts: Iterable<string>): DateOrder | undefined {
  let isDayFirst = false;
  for (const text of texts) {
    const read = partsOf(text);
    if (read === undefined) continue;
    if (read.yearFirst) return 'ymd';
    if (read.parts[1] > 12) return 'mdy';
    if (read.parts[0] > 12 || read.separator === '.') isDayFirst = true;
  }
  return isDayFirst ? 'dmy' : undefined;
}

/** A date of numbers in the given order; eight digits have the year first unless that is no date. */
export function numericDate(text: string, order: DateOrder): string | undefined {
  const read = partsOf(text);
  if (read === undefined) return /^\d{8}$/.test(text.trim()) ? eightDigitDate(text) : undefined;
  const [a, b, c] = read.parts;
  if (read.yearFirst) return isoDate(a, b, c);
  return order === 'mdy' ? isoDate(fullYear(c), a, b) : isoDate(fullYear(c), b, a);
}
