import { memoize } from './memoize.ts';
import { ownFormat } from './own-format.ts';

const CALENDAR_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

const known = (text: string | undefined) => (text === '' ? undefined : text);

const calendarOf = memoize(
  (locale) => new Intl.DateTimeFormat(known(locale), { dateStyle: 'medium', timeZone: 'UTC' }),
);
const dayOf = memoize((locale) => new Intl.DateTimeFormat(known(locale), { dateStyle: 'medium' }));
const ageOf = memoize((locale) => new Intl.RelativeTimeFormat(known(locale), { numeric: 'always', style: 'short' }));
/** Key: locale and time zone; empty for those of the browser. */
const timeOf = memoize((key) => {
  const [locale, timeZone] = key.split('|').map(known);
  const zone = timeZone === undefined ? {} : { timeZone };
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', ...zone });
});

/** Formats a calendar date `YYYY-MM-DD`, never shifted by a time zone. Anything else is returned unchanged. */
export function formatDate(value: string, locale = ownFormat().locale): string {
  const [, year, month, day] = CALENDAR_DATE.exec(value) ?? [];
  if (year === undefined || month === undefined || day === undefined) return value;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.getUTCMonth() !== Number(month) - 1) return value;
  return calendarOf(locale).format(date);
}

/** Formats an RFC 3339 time in the user's time zone. Anything else is returned unchanged. */
export function formatTime(value: string, locale = ownFormat().locale, timeZone = ownFormat().timeZone): string {
  const at = Date.parse(value);
  return Number.isNaN(at) ? value : timeOf(`${locale}|${timeZone}`).format(at);
}

/** The end of a calendar date `YYYY-MM-DD` in the browser's time zone: the start of the next day, as RFC 3339. */
export function endOfDay(day: string): string {
  const end = new Date(`${day}T00:00:00`);
  end.setDate(end.getDate() + 1);
  return end.toISOString();
}

const STEPS = [
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', 86_400_000],
] as const;
/** After a week the date is shown instead of the age. */
const WEEK_MS = 7 * 86_400_000;

/** Formats the age of an RFC 3339 time relative to `now` (Unix milliseconds); after a week, the date. */
export function formatAge(value: string, now: number, locale = ownFormat().locale): string {
  const at = Date.parse(value);
  if (Number.isNaN(at)) return value;
  const age = now - at;
  if (age >= WEEK_MS) return dayOf(locale).format(at);
  if (age < 60_000) return 'just now';
  let [unit, length]: (typeof STEPS)[number] = STEPS[0];
  for (const step of STEPS) if (age >= step[1]) [unit, length] = step;
  return ageOf(locale).format(-Math.floor(age / length), unit);
}
