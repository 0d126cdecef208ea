import type { DateCandidate } from '../../candidates/candidate.ts';
import type { DayOrder } from '../../normalise/date-reading.ts';
import { weekdayBeside, weekdayOf } from '../../normalise/weekday.ts';

/**
 * Resolves the order of day and month of a date whose numbers are both up to twelve: by the weekday beside it, or by an
 * unambiguous print of the same day elsewhere. Returns undefined if neither decides.
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

/** The days of unambiguous dates: `5 Mar 2018`, `2018-03-05`. */
export function plainDays(dates: readonly DateCandidate[]): ReadonlySet<string> {
  const days = new Set<string>();
  for (const { reading } of dates) {
    if (!reading.ambiguous && reading.dayFirst !== undefined && reading.dayFirst === reading.monthFirst)
      days.add(reading.dayFirst);
  }
  return days;
}
