import { fullYear, toIso } from '../normalise/calendar.ts';
import { foldText } from '../normalise/fold-text.ts';

/** Order of day and month where both are numbers. */
export type DayOrder = 'day-first' | 'month-first';

/** ISO dates under each order; the same where the text leaves no choice, undefined where that order gives no real day. */
export interface DatePieces {
  readonly dayFirst: string | undefined;
  readonly monthFirst: string | undefined;
}

const NONE: DatePieces = { dayFirst: undefined, monthFirst: undefined };

const YEAR_FIRST = /^(\d{4})\s?[./\-−\s年]\s?(\d{1,2})\s?[./\-−\s月]\s?(\d{1,2})\s?日?$/u;
const YEAR_LAST = /^(\d{1,2})\s?[./\-−\s]\s?(\d{1,2})\s?[./\-−\s]\s?(\d{4}|\d{2})$/u;
/** Digits alone, as they are typed in haste: `31122024`. */
const RUN = /^(\d{2})(\d{2})(\d{4}|\d{2})$/;

/**
 * Reads a text that is one date and nothing else. Month names are those of the language and of English, from the
 * runtime's locale data, so that a browser need not load the phrases of every language.
 */
export function dateReadings(text: string, language: string | null): DatePieces {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) return same(toIso(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])));
  const numeric = YEAR_LAST.exec(text) ?? RUN.exec(text);
  if (numeric !== null) {
    const [a, b, year] = [Number(numeric[1]), Number(numeric[2]), fullYear(numeric[3] ?? '')];
    const [dayFirst, monthFirst] = [toIso(year, b, a), toIso(year, a, b)];
    const dotted = /^\d{1,2}\s?\./.test(text) && dayFirst !== undefined;
    return dotted ? same(dayFirst) : { dayFirst, monthFirst };
  }
  return named(text, language);
}

const same = (date: string | undefined): DatePieces => ({ dayFirst: date, monthFirst: date });

/** Words that stand between the parts of a date. */
const BETWEEN: ReadonlySet<string> = new Set(['of', 'de', 'del', 'd', 'the', 'den', 'le']);

function named(text: string, language: string | null): DatePieces {
  const parts = text.split(/[\s.,/\-−'’]+/u).filter((part) => part !== '');
  let month: number | undefined;
  const numbers: string[] = [];
  for (const part of parts) {
    const digits = /^(\d{1,4})(?:st|nd|rd|th|er|º|ª)?$/i.exec(part)?.[1];
    if (digits !== undefined) numbers.push(digits);
    else if (month === undefined && monthOf(part, language) !== undefined) month = monthOf(part, language);
    else if (!BETWEEN.has(part.toLowerCase()) && !isWeekday(part, language)) return NONE;
  }
  const [first = '', second = ''] = numbers;
  if (month === undefined || numbers.length !== 2) return NONE;
  const [day, year] = first.length > 2 ? [second, first] : [first, second];
  return same(year.length === 3 ? undefined : toIso(fullYear(year), month, Number(day)));
}

interface Names {
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlySet<string>;
}

const names = new Map<string, Names>();

function monthOf(word: string, language: string | null): number | undefined {
  const folded = foldText(word);
  return namesOf('en').months.get(folded) ?? (language === null ? undefined : namesOf(language).months.get(folded));
}

function isWeekday(word: string, language: string | null): boolean {
  const folded = foldText(word);
  return namesOf('en').weekdays.has(folded) || (language !== null && namesOf(language).weekdays.has(folded));
}

/** Month and weekday names of a language, whole and abbreviated, as they stand alone and inside a date. */
function namesOf(language: string): Names {
  const known = names.get(language);
  if (known !== undefined) return known;
  const months = new Map<string, number>();
  const weekdays = new Set<string>();
  const clean = (text: string) => foldText(text).replace(/\.$/, '');
  for (const width of ['long', 'short'] as const) {
    const alone = new Intl.DateTimeFormat(language, { month: width, timeZone: 'UTC' });
    const inside = new Intl.DateTimeFormat(language, {
      day: 'numeric',
      month: width,
      year: 'numeric',
      timeZone: 'UTC',
    });
    const weekday = new Intl.DateTimeFormat(language, { weekday: width, timeZone: 'UTC' });
    for (let month = 1; month <= 12; month++) {
      const day = new Date(Date.UTC(2024, month - 1, 1));
      const part = inside.formatToParts(day).find(({ type }) => type === 'month')?.value ?? '';
      for (const name of [alone.format(day), part]) if (/\p{L}/u.test(name)) months.set(clean(name), month);
    }
    for (let day = 1; day <= 7; day++) weekdays.add(clean(weekday.format(new Date(Date.UTC(2024, 0, day)))));
  }
  const found = { months, weekdays };
  names.set(language, found);
  return found;
}
