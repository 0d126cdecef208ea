/**
 * Features from comparing the values of one kind without any words: the order of dates, and numbers contained in each
 * other.
 */

const MS_PER_DAY = 86_400_000;
/** Payment terms and periods are shorter; greater distances are capped. */
const MOST_DAYS = 200;

/**
 * Rank among the distinct dates of the document (0 the earliest, 1 the latest), and days from the first and to the
 * last.
 */
export function dateOrder(dates: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const sorted = [...new Set(dates)].sort();
  const [first = '', last = ''] = [sorted[0], sorted.at(-1)];
  return new Map(
    sorted.map((date, index) => [
      date,
      [sorted.length === 1 ? 0 : index / (sorted.length - 1), sorted.length, days(first, date), days(date, last)],
    ]),
  );
}

export const DATE_ORDER_COUNT = 4;

function days(from: string, to: string): number {
  return Math.min(MOST_DAYS, Math.round((Date.parse(to) - Date.parse(from)) / MS_PER_DAY));
}

/**
 * How many other numbers contain this one (a payment reference contains the number it pays), and how many it contains.
 * Compares every pair; a document with more than `MOST_COMPARED` numbers is a list, in which this is meaningless.
 */
export function numberEchoes(numbers: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const plain = new Map([...new Set(numbers)].map((number) => [number, number.replace(/[^\p{L}\d]/gu, '')]));
  const others = plain.size > MOST_COMPARED ? [] : [...plain.values()];
  const holds = (one: string, other: string) =>
    other.length >= LEAST_ECHO && one.length > other.length && one.includes(other);
  return new Map(
    [...plain].map(([number, own]) => [
      number,
      [others.filter((other) => holds(other, own)).length, others.filter((other) => holds(own, other)).length],
    ]),
  );
}

/** A million pairs take about 50 ms. */
const MOST_COMPARED = 1_000;
export const ECHO_COUNT = 2;
/** Shorter runs of digits occur inside longer ones by chance. */
const LEAST_ECHO = 4;
