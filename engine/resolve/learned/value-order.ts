/** What the values of one kind say of each other without any words: dates by their order, numbers by their echoes. */

const MS_PER_DAY = 86_400_000;
/** Terms of payment and periods are shorter; what lies further apart is another matter. */
const MOST_DAYS = 200;

/** Place among the different dates of the document (0 the earliest, 1 the latest), and days from the first and to the last. */
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
 * How many other numbers hold this one (a payment reference holds the number it pays), and how many it holds. Every
 * pair is compared; a document of more numbers than `MOST_COMPARED` is a list, in which echoes say nothing.
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
/** Shorter runs of digits stand inside longer ones by chance. */
const LEAST_ECHO = 4;
