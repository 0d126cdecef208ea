/** Four-digit years of the Buddhist era (Thailand), for 1957 to 2056; no other calendar in use counts so far. */
const BUDDHIST_FROM = 2500;
const BUDDHIST_TO = 2599;
const BUDDHIST_AHEAD = 543;

/** Two-digit years are mapped to 1970 to 2069 (POSIX strptime, shifted by one). */
export function fullYear(text: string): number {
  const year = Number(text);
  if (text.length !== 2) return year >= BUDDHIST_FROM && year <= BUDDHIST_TO ? year - BUDDHIST_AHEAD : year;
  return year < 70 ? 2000 + year : 1900 + year;
}

/** ISO date of a valid calendar day from 1900 to 2199. */
export function toIso(year: number, month: number, day: number): string | undefined {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return undefined;
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day > daysInMonth) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** ISO date of eight digits: `20210308`. */
export function compactDate(text: string): string | undefined {
  const [, year, month, day] = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text) ?? [];
  return year === undefined ? undefined : toIso(Number(year), Number(month), Number(day));
}
