import type { Units } from '../../normalise/decimal.ts';

/** The sums that include one amount of a document. */
export interface AmountSums {
  /** Number of pairs of other amounts that add up to this one. */
  readonly asSum: number;
  /** Number of sums in which this is the larger part, and the smaller. */
  readonly asLarger: number;
  readonly asSmaller: number;
  /** Like asSum and asSmaller, if the smaller part is a usual tax on the larger. */
  readonly asGross: number;
  readonly asTax: number;
  /** Share of amounts that are not larger. */
  readonly rank: number;
}

/** If there are more distinct amounts, only the last ones are tried: a document's sums are at its end. */
const MAX_VALUES = 140;
/** Tax as a share of its base, covering the rates of most countries. */
const TAX_SHARE = { low: 0.02, high: 0.281 };

/** Counts the sums among the amounts of a document, by value. Takes them in reading order. */
export function amountSums(values: readonly Units[]): ReadonlyMap<Units, AmountSums> {
  const distinct = [...new Set(values.filter((value) => value > 0))].slice(-MAX_VALUES);
  const known = new Set(distinct);
  const counts = new Map(
    distinct.map((value) => [value, { asSum: 0, asLarger: 0, asSmaller: 0, asGross: 0, asTax: 0 }]),
  );
  for (const larger of distinct) {
    for (const smaller of distinct) {
      if (smaller >= larger || !known.has(larger + smaller)) continue;
      const [a, b, c] = [counts.get(larger), counts.get(smaller), counts.get(larger + smaller)];
      if (a === undefined || b === undefined || c === undefined) continue;
      a.asLarger++;
      b.asSmaller++;
      c.asSum++;
      const share = smaller / larger;
      if (share < TAX_SHARE.low || share > TAX_SHARE.high) continue;
      c.asGross++;
      b.asTax++;
    }
  }
  const sorted = distinct.toSorted((a, b) => a - b);
  return new Map(
    sorted.map((value, index) => {
      const own = counts.get(value) ?? { asSum: 0, asLarger: 0, asSmaller: 0, asGross: 0, asTax: 0 };
      return [value, { ...own, rank: sorted.length === 1 ? 1 : index / (sorted.length - 1) }];
    }),
  );
}
