import { tokenise } from '../../normalise/fold-text.ts';

/**
 * Guesses the meaning of an unknown phrase from the letters of its words, so that `Fälligkeitstermin` or `Fakt.-Nr` are
 * useful although no table contains them. A guess is one feature among others; by itself it never selects a value.
 */

/** Meanings of a label, in the order of the weights. `other` is everything else: parties, columns, prose. */
export const LABEL_GROUPS = [
  'number',
  'date',
  'due',
  'delivery',
  'orderDate',
  'orderNumber',
  'customerId',
  'paymentRef',
  'accountNo',
  'subtotal',
  'tax',
  'total',
  'amountDue',
  'paid',
  'discount',
  'shipping',
  'period',
  'periodStart',
  'periodEnd',
  'advertiser',
  'agency',
  'product',
  'gross',
  'commission',
  'net',
  'other',
] as const; // prettier-ignore
export type LabelGroup = (typeof LABEL_GROUPS)[number];

export const LABEL_BUCKETS = 4096;

export interface LabelWeights {
  /** By bucket, then by group, in units of `scale`; then one bias per group. */
  readonly values: Int8Array;
  readonly scale: number;
}

/** Number of words of a phrase used: the last ones, which are next to the value. */
const MOST_WORDS = 6;
const SHORTEST_PIECE = 2;
const LONGEST_PIECE = 5;

/** Buckets of the pieces of a phrase's words, of the words and of adjacent pairs; empty without letters. */
export function labelBuckets(text: string): readonly number[] {
  const words = tokenise(text)
    .map((token) => token.text)
    .filter((word) => !/\d/.test(word))
    .slice(-MOST_WORDS);
  const buckets = new Set<number>();
  words.forEach((word, index) => {
    addPieces(`^${word}$`, buckets);
    buckets.add(bucketOf(`w ${word}`));
    const next = words[index + 1];
    if (next !== undefined) buckets.add(bucketOf(`p ${word} ${next}`));
  });
  return [...buckets];
}

/** Adds the buckets of all pieces; a longer piece continues the hash of the shorter one. */
function addPieces(marked: string, buckets: Set<number>): void {
  for (let start = 0; start + SHORTEST_PIECE <= marked.length; start++) {
    const end = Math.min(marked.length, start + LONGEST_PIECE);
    let hash = FNV_BASIS;
    for (let index = start; index < end; index++) {
      hash = nextHash(hash, marked.charCodeAt(index));
      if (index - start + 1 >= SHORTEST_PIECE) buckets.add((hash >>> 0) % LABEL_BUCKETS);
    }
  }
}

/** Probability of each group, in their order; zeros for a text without words. */
export function guessLabel(text: string, { values, scale }: LabelWeights): readonly number[] {
  const buckets = labelBuckets(text);
  const groups = LABEL_GROUPS.length;
  if (buckets.length === 0) return new Array<number>(groups).fill(0);
  const share = scale / Math.sqrt(buckets.length);
  const sums = new Float64Array(groups);
  for (const bucket of buckets)
    for (let group = 0; group < groups; group++)
      sums[group] = (sums[group] ?? 0) + (values[bucket * groups + group] ?? 0);
  const margins = LABEL_GROUPS.map(
    (_, group) => (sums[group] ?? 0) * share + (values[LABEL_BUCKETS * groups + group] ?? 0) * scale,
  );
  const top = Math.max(...margins);
  const powers = margins.map((margin) => Math.exp(margin - top));
  const all = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / all);
}

/** FNV-1a, reduced to the number of buckets. */
function bucketOf(text: string): number {
  let hash = FNV_BASIS;
  for (let index = 0; index < text.length; index++) hash = nextHash(hash, text.charCodeAt(index));
  return (hash >>> 0) % LABEL_BUCKETS;
}

const FNV_BASIS = 0x811c9dc5;
const nextHash = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

/** Decodes the output of `training/train-labels.ts`: base64 of one signed byte per weight. */
export function readLabelWeights(encoded: { readonly base64: string; readonly scale: number }): LabelWeights {
  return { values: Int8Array.from(atob(encoded.base64), (sign) => sign.charCodeAt(0)), scale: encoded.scale };
}
