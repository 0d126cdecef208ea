/**
 * A learned scorer of one field: boosted trees over the features of a candidate, one of which is the score of a
 * linear model over its hashed neighbour words. Training lives in `training/train`; here is only what scoring takes.
 */
export interface FieldModel {
  /** Linear weights by word bucket, in units of `wordScale`. */
  readonly words: readonly number[];
  readonly wordScale: number;
  readonly bias: number;
  readonly trees: readonly Tree[];
  /** Platt scaling of the value's margin: p = 1 / (1 + exp(-(a * margin + b))). */
  readonly platt: readonly [a: number, b: number];
}

/** Nodes in parallel arrays; a node whose feature is -1 is a leaf. A feature equal to the count is the word score. */
export interface Tree {
  readonly feature: readonly number[];
  readonly threshold: readonly number[];
  /** Child for values up to the threshold; the other child is the one after it. */
  readonly left: readonly number[];
  readonly value: readonly number[];
}

export function wordScore(model: Pick<FieldModel, 'words' | 'wordScale' | 'bias'>, buckets: readonly number[]): number {
  return buckets.reduce((sum, bucket) => sum + (model.words[bucket] ?? 0) * model.wordScale, model.bias);
}

/** The margin (log-odds before calibration) of a candidate. */
export function marginOf(model: FieldModel, dense: readonly number[], buckets: readonly number[]): number {
  const words = wordScore(model, buckets);
  return model.trees.reduce((sum, tree) => sum + leafValue(tree, dense, words), 0);
}

export function leafValue(tree: Tree, dense: readonly number[], words: number): number {
  let node = 0;
  for (;;) {
    const feature = tree.feature[node] ?? -1;
    if (feature < 0) return tree.value[node] ?? 0;
    const x = feature < dense.length ? (dense[feature] ?? 0) : words;
    const left = tree.left[node] ?? 0;
    node = x <= (tree.threshold[node] ?? 0) ? left : left + 1;
  }
}

export function calibrated(model: Pick<FieldModel, 'platt'>, margin: number): number {
  const [a, b] = model.platt;
  return 1 / (1 + Math.exp(-(a * margin + b)));
}

/** Reads what `training/train.ts` wrote. Our own data: a shape that does not fit is a fault of the build. */
export function parseModels(json: string): Readonly<Record<string, FieldModel>> {
  const models: Record<string, FieldModel> = JSON.parse(json);
  return models;
}
