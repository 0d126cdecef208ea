import type { DateCandidate } from '../../candidates/candidate.ts';
import type { DayOrder } from '../../normalise/dates.ts';
import { weekdayBeside, weekdayOf } from '../../normalise/weekday.ts';

/**
 * The order of day and month that a date shows although both numbers are up to twelve: the day of the week beside it fits
 * one reading only, or the same day is printed elsewhere in a form that leaves no choice. Undefined where neither says.
 */
export function shownOrder(date: DateCandidate, plain: ReadonlySet<string>): DayOrder | undefined {
  const { dayFirst, monthFirst, ambiguous } = date.reading;
  if (!ambiguous || dayFirst === undefined || monthFirst === undefined) return undefined;
  const weekday = weekdayBeside(date.segment.text, date.textStart, date.textEnd);
  const fits = (day: string) => weekday === weekdayOf(day) || plain.has(day);
  const [first, second] = [fits(dayFirst), fits(monthFirst)];
  if (first === second) return undefined;
  return first ? 'day-first' : 'month-first';
}

/** The days of dates that have one reading: `5 Mar 2018`, `2018-03-05`. */
export function plainDays(dates: readonly DateCandidate[]): ReadonlySet<string> {
  const days = new Set<string>();
  for (const { reading } of dates) {
    if (!reading.ambiguous && reading.dayFirst !== undefined && reading.dayFirst === reading.monthFirst)
      days.add(reading.dayFirst);
  }
  return days;
}
