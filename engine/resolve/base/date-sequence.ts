import type { DateCandidate } from '../../candidates/candidate.ts';
import type { LabelRole } from '../../candidates/labels.ts';
import type { Link } from '../../candidates/links.ts';
import type { DayOrder } from '../../normalise/date-reading.ts';
import { linkWeight } from './link-weight.ts';

/** What the sequence of dates says of the order of day and month, where each date alone leaves it open. */

/** A column of at least so many dates is a list. */
const LEAST_DATES = 3;
/** Left edges within this many letter heights are one column. */
const EDGE = 0.8;
const MS_PER_DAY = 86_400_000;
/** A link to a date that is surely labelled. */
const CLEAR_LINK = 0.7;

interface Days {
  readonly dayFirst: readonly string[];
  readonly monthFirst: readonly string[];
}

/** The order of each list that rises or falls under one order only. */
export function ordersOfLists(dates: readonly DateCandidate[]): readonly DayOrder[] {
  return listsOf(dates).flatMap(({ dayFirst, monthFirst }) => {
    const [first, second] = [isSorted(dayFirst), isSorted(monthFirst)];
    return first === second ? [] : [first ? ('day-first' as const) : ('month-first' as const)];
  });
}

/** Lists go on by days rather than by months: the order under which the longest list is shorter in time. */
export function denserOrder(dates: readonly DateCandidate[]): DayOrder | undefined {
  const longest = listsOf(dates).toSorted((a, b) => b.dayFirst.length - a.dayFirst.length)[0];
  if (longest === undefined) return undefined;
  const [first, second] = [spanOf(longest.dayFirst), spanOf(longest.monthFirst)];
  if (first === second) return undefined;
  return first < second ? 'day-first' : 'month-first';
}

/** A document is not due before its own day. */
export function orderByTerms(links: ReadonlyMap<LabelRole, readonly Link[]>): DayOrder | undefined {
  const issued = labelledDate(links.get('invoice_date') ?? links.get('date'));
  const due = labelledDate(links.get('due_date'));
  if (issued === undefined || due === undefined) return undefined;
  const [a, b] = [issued.reading, due.reading];
  const fits = (from: string | undefined, to: string | undefined) =>
    from !== undefined && to !== undefined && from <= to;
  const [first, second] = [fits(a.dayFirst, b.dayFirst), fits(a.monthFirst, b.monthFirst)];
  if (first === second) return undefined;
  return first ? 'day-first' : 'month-first';
}

function labelledDate(links: readonly Link[] | undefined): DateCandidate | undefined {
  const best = links
    ?.filter((link) => link.candidate.kind === 'date' && linkWeight(link) >= CLEAR_LINK)
    .toSorted((a, b) => linkWeight(b) - linkWeight(a))[0];
  return best?.candidate.kind === 'date' ? best.candidate : undefined;
}

/** Columns of dates whose order is open, from top to bottom. */
function listsOf(dates: readonly DateCandidate[]): readonly Days[] {
  const columns = new Map<string, DateCandidate[]>();
  for (const date of dates) {
    const { ambiguous, dayFirst, monthFirst } = date.reading;
    if ((!ambiguous && dayFirst !== monthFirst) || date.textStart > 0) continue;
    const { segment } = date;
    const place = Math.round(segment.box[0] / (EDGE * Math.max(segment.size, 1)));
    const key = `${segment.page}:${place}`;
    columns.set(key, [...(columns.get(key) ?? []), date]);
  }
  return [...columns.values()]
    .filter((column) => column.length >= LEAST_DATES)
    .map((column) => ({
      dayFirst: column.flatMap(({ reading }) => reading.dayFirst ?? []),
      monthFirst: column.flatMap(({ reading }) => reading.monthFirst ?? []),
    }));
}

/** Each step up, or each step down; a list of one day over and over says nothing. */
function isSorted(days: readonly string[]): boolean {
  const steps = days.slice(1).map((day, i) => day.localeCompare(days[i] ?? ''));
  return steps.every((step) => step >= 0) || steps.every((step) => step <= 0);
}

function spanOf(days: readonly string[]): number {
  const times = days.map((day) => Date.parse(day));
  return Math.round((Math.max(...times) - Math.min(...times)) / MS_PER_DAY);
}
