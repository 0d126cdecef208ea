/**
 * A learned scorer for one field: boosted trees over the features of a candidate, one of which is the score of a linear
 * model over its hashed neighbour words. Training is in `training/train`; this file only scores.
 */
export interface FieldModel {
  /** Linear weights by word bucket, in units of `wordScale`. */
  readonly words: readonly number[];
  readonly wordScale: number;
  readonly bias: number;
  readonly trees: readonly Tree[];
  /** Parameters for converting margins to probabilities: see `sharesOf`. */
  readonly shares: readonly [slope: number, none: number];
}

/** Nodes in parallel arrays; a node whose feature is -1 is a leaf. A feature equal to the count is the word score. */
export interface Tree {
  readonly feature: readonly number[];
  readonly threshold: readonly number[];
  /** Child for values up to the threshold; the other child follows it. */
  readonly left: readonly number[];
  readonly value: readonly number[];
}

function wordScore(model: Pick<FieldModel, 'words' | 'wordScale' | 'bias'>, buckets: readonly number[]): number {
  return buckets.reduce((sum, bucket) => sum + (model.words[bucket] ?? 0) * model.wordScale, model.bias);
}

/** The margin (log-odds before calibration) of a candidate. */
export function marginOf(model: FieldModel, dense: readonly number[], buckets: readonly number[]): number {
  const words = wordScore(model, buckets);
  let margin = 0;
  for (const tree of model.trees) margin += leafValue(tree, dense, words);
  return margin;
}

export function leafValue(
  { feature: features, threshold, left, value }: Tree,
  dense: readonly number[],
  words: number,
): number {
  let node = 0;
  for (;;) {
    const feature = features[node] ?? -1;
    if (feature < 0) return value[node] ?? 0;
    const x = feature < dense.length ? (dense[feature] ?? 0) : words;
    const child = left[node] ?? 0;
    node = x <= (threshold[node] ?? 0) ? child : child + 1;
  }
}

/**
 * Probability that each value of a document belongs to the field, if at most one does: a softmax over their margins and
 * over "none of them". A value that stands out gets a higher probability than one with a close rival.
 */
export function sharesOf(
  { shares: [slope, none] }: Pick<FieldModel, 'shares'>,
  margins: readonly number[],
): readonly number[] {
  const top = Math.max(none, ...margins.map((margin) => slope * margin));
  const powers = margins.map((margin) => Math.exp(slope * margin - top));
  const all = powers.reduce((sum, power) => sum + power, Math.exp(none - top));
  return powers.map((power) => power / all);
}

/** Parses the output of `training/train.ts`. A shape that does not fit is a build error. */
export function parseModels(json: string): Readonly<Record<string, FieldModel>> {
  const models: Record<string, FieldModel> = JSON.parse(json);
  return models;
}
