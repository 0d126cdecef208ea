import { ownFormat } from './own-format.ts';
import { remember } from './remember.ts';

const CALENDAR_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

const known = (text: string | undefined) => (text === '' ? undefined : text);

const calendarOf = remember(
  (locale) => new Intl.DateTimeFormat(known(locale), { dateStyle: 'medium', timeZone: 'UTC' }),
);
const dayOf = remember((locale) => new Intl.DateTimeFormat(known(locale), { dateStyle: 'medium' }));
const ageOf = remember((locale) => new Intl.RelativeTimeFormat(known(locale), { numeric: 'always', style: 'short' }));
/** Key: locale, time zone; nothing for the person's own. */
const timeOf = remember((key) => {
  const [locale, timeZone] = key.split('|').map(known);
  const zone = timeZone === undefined ? {} : { timeZone };
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', ...zone });
});

/** A calendar date `YYYY-MM-DD` as people of `locale` write it, never shifted by a time zone. Anything else unchanged. */
export function formatDate(value: string, locale = ownFormat().locale): string {
  const [, year, month, day] = CALENDAR_DATE.exec(value) ?? [];
  if (year === undefined || month === undefined || day === undefined) return value;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.getUTCMonth() !== Number(month) - 1) return value;
  return calendarOf(locale).format(date);
}

/** An RFC 3339 time in the person's own time zone. Anything else unchanged. */
export function formatTime(value: string, locale = ownFormat().locale, timeZone = ownFormat().timeZone): string {
  const at = Date.parse(value);
  return Number.isNaN(at) ? value : timeOf(`${locale}|${timeZone}`).format(at);
}

/** The end of a calendar date `YYYY-MM-DD` where the person is: the first moment of the next day, as RFC 3339. */
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
/** Beyond a week a date says more than "9 days ago". */
const WEEK_MS = 7 * 86_400_000;

/** How long ago an RFC 3339 time was, seen from `now` (Unix milliseconds); a date after a week. */
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
