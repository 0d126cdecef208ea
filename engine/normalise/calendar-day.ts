import { foldText } from './fold-text.ts';
import { MONTH_NAMES } from './month-names.ts';

const MONTH_BY_NAME: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
);

/** Month of a printed name, from 1. */
export function monthOfName(name: string): number | undefined {
  return MONTH_BY_NAME.get(foldText(name).replace(/\.$/, ''));
}

/** Four-digit years of the Buddhist era (Thailand), for the years 1957 to 2056: no other calendar in use is there. */
const BUDDHIST_YEARS = [[2500, 2599]] as const;

/** Two-digit years are read into 1970 to 2069 (POSIX strptime, moved by one). */
export function fullYear(text: string): number {
  const year = Number(text);
  if (text.length !== 2) return BUDDHIST_YEARS.some(([from, to]) => year >= from && year <= to) ? year - 543 : year;
  return year < 70 ? 2000 + year : 1900 + year;
}

/** ISO date of a real calendar day from 1900 to 2199. */
export function toIso(year: number, month: number, day: number): string | undefined {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return undefined;
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day > daysInMonth) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** ISO date of eight digits: `20210308`. Years as far back and ahead as documents in use name. */
export function compactDate(text: string): string | undefined {
  const [, year, month, day] = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text) ?? [];
  return year === undefined ? undefined : toIso(Number(year), Number(month), Number(day));
}
