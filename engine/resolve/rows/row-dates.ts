import type { RowCell } from '../../candidates/table-row.ts';
import { toIso } from '../../normalise/calendar.ts';
import type { DateReading, DayOrder } from '../../normalise/date-reading.ts';
import { findDates } from '../../normalise/dates.ts';
import { monthOfName } from '../../normalise/month-names.ts';

/** `05/26`, `26.05.`, `02-07`: day and month without a year. */
const DAY_AND_MONTH = /^(\d{1,2})[./-](\d{1,2})\.?$/;
const DAY_AND_NAME = /^(?:(\d{1,2})\.?[\s-]?(\p{L}{3,9})|(\p{L}{3,9})[\s-]?(\d{1,2}))\.?$/u;

/**
 * ISO dates of one column, in row order. All rows share one order of day and month: the one the caller knows, else the
 * one that some row forces; rows stay undefined if neither decides.
 */
export function readDateColumn(
  cells: readonly (RowCell | undefined)[],
  order: DayOrder | undefined,
  year: number | undefined,
): readonly (string | undefined)[] {
  const readings = cells.map((cell) => readDate(cell?.words.map((word) => word.text).join(' ') ?? '', year));
  const forced = order ?? forcedOrder(readings);
  return readings.map((reading) => {
    if (reading === undefined) return undefined;
    if (!reading.ambiguous) return reading.dayFirst ?? reading.monthFirst;
    if (forced === undefined) return undefined;
    return forced === 'day-first' ? reading.dayFirst : reading.monthFirst;
  });
}

type Reading = Pick<DateReading, 'dayFirst' | 'monthFirst' | 'ambiguous'>;

function forcedOrder(readings: readonly (Reading | undefined)[]): DayOrder | undefined {
  for (const reading of readings) {
    if (reading === undefined) continue;
    if (reading.dayFirst !== undefined && reading.monthFirst === undefined) return 'day-first';
    if (reading.monthFirst !== undefined && reading.dayFirst === undefined) return 'month-first';
  }
  return undefined;
}

function readDate(text: string, year: number | undefined): Reading | undefined {
  const full = findDates(text)[0];
  if (full !== undefined || year === undefined) return full;
  const numeric = DAY_AND_MONTH.exec(text.trim());
  if (numeric !== null) {
    const dayFirst = toIso(year, Number(numeric[2]), Number(numeric[1]));
    const monthFirst = toIso(year, Number(numeric[1]), Number(numeric[2]));
    if (dayFirst === undefined && monthFirst === undefined) return undefined;
    return {
      dayFirst,
      monthFirst,
      ambiguous: dayFirst !== undefined && monthFirst !== undefined && dayFirst !== monthFirst,
    };
  }
  const named = DAY_AND_NAME.exec(text.trim());
  const month = monthOfName(named?.[2] ?? named?.[3] ?? '');
  const iso = month === undefined ? undefined : toIso(year, month, Number(named?.[1] ?? named?.[4]));
  return iso === undefined ? undefined : { dayFirst: iso, monthFirst: iso, ambiguous: false };
}
