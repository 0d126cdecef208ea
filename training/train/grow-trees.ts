import type { Tree } from '#engine/learning';

/** Rows of features, column by column, each cut into at most `BINS` bins. */
export interface BinnedRows {
  readonly count: number;
  readonly columns: readonly Uint8Array[];
  /** Upper bound of each bin except the last, per column. */
  readonly edges: readonly (readonly number[])[];
}

const BINS = 32;

export interface GrowOptions {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  /** L2 penalty of a leaf, and its minimum sum of Hessians. */
  readonly lambda: number;
  readonly minHessian: number;
}

export function binRows(rows: readonly (readonly number[])[]): BinnedRows {
  const width = rows[0]?.length ?? 0;
  const columns: Uint8Array[] = [];
  const edges: (readonly number[])[] = [];
  for (let feature = 0; feature < width; feature++) {
    const sorted = Float64Array.from(rows, (row) => row[feature] ?? 0).sort();
    const own = edgesOf(sorted);
    edges.push(own);
    columns.push(Uint8Array.from(rows, (row) => binOf(row[feature] ?? 0, own)));
  }
  return { count: rows.length, columns, edges };
}

/** Quantiles, or all values if there are few. */
function edgesOf(sorted: Float64Array): readonly number[] {
  const distinct = [...new Set(sorted)];
  const values =
    distinct.length <= BINS
      ? distinct
      : Array.from({ length: BINS }, (_, bin) => sorted[Math.floor((bin * (sorted.length - 1)) / (BINS - 1))] ?? 0);
  const unique = [...new Set(values)];
  return unique.slice(0, -1).map((value, index) => (value + (unique[index + 1] ?? value)) / 2);
}

function binOf(value: number, edges: readonly number[]): number {
  let bin = 0;
  while (bin < edges.length && value > (edges[bin] ?? 0)) bin++;
  return bin;
}

/** Gradient boosting with the logistic loss (Friedman 2001; second-order leaves as in XGBoost). Deterministic. */
export function growTrees(rows: BinnedRows, labels: Uint8Array, options: GrowOptions): readonly Tree[] {
  const margins = new Float64Array(rows.count);
  const trees: Tree[] = [];
  for (let round = 0; round < options.trees; round++) {
    const gradients = new Float64Array(rows.count);
    const hessians = new Float64Array(rows.count);
    for (let row = 0; row < rows.count; row++) {
      const p = 1 / (1 + Math.exp(-(margins[row] ?? 0)));
      gradients[row] = p - (labels[row] ?? 0);
      hessians[row] = p * (1 - p);
    }
    trees.push(growTree(rows, gradients, hessians, margins, options));
  }
  return trees;
}

interface OpenNode {
  readonly node: number;
  readonly depth: number;
  readonly rows: Uint32Array;
}

function growTree(
  rows: BinnedRows,
  gradients: Float64Array,
  hessians: Float64Array,
  margins: Float64Array,
  options: GrowOptions,
): Tree {
  const feature: number[] = [-1];
  const threshold: number[] = [0];
  const left: number[] = [0];
  const value: number[] = [0];
  const open: OpenNode[] = [{ node: 0, depth: 0, rows: Uint32Array.from({ length: rows.count }, (_, row) => row) }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const split = next.depth < options.depth ? bestSplit(rows, next.rows, gradients, hessians, options) : undefined;
    if (split === undefined) {
      const [g, h] = totals(next.rows, gradients, hessians);
      const leaf = round4((-options.rate * g) / (h + options.lambda));
      value[next.node] = leaf;
      for (const row of next.rows) margins[row] = (margins[row] ?? 0) + leaf;
      continue;
    }
    const column = rows.columns[split.feature];
    const child = feature.length;
    feature.push(-1, -1);
    threshold.push(0, 0);
    left.push(0, 0);
    value.push(0, 0);
    feature[next.node] = split.feature;
    threshold[next.node] = rows.edges[split.feature]?.[split.bin] ?? 0;
    left[next.node] = child;
    const below = next.rows.filter((row) => (column?.[row] ?? 0) <= split.bin);
    const above = next.rows.filter((row) => (column?.[row] ?? 0) > split.bin);
    open.push(
      { node: child, depth: next.depth + 1, rows: below },
      { node: child + 1, depth: next.depth + 1, rows: above },
    );
  }
  return { feature, threshold: threshold.map(round4), left, value };
}

function totals(rows: Uint32Array, gradients: Float64Array, hessians: Float64Array): readonly [number, number] {
  let g = 0;
  let h = 0;
  for (const row of rows) {
    g += gradients[row] ?? 0;
    h += hessians[row] ?? 0;
  }
  return [g, h];
}

function bestSplit(
  rows: BinnedRows,
  own: Uint32Array,
  gradients: Float64Array,
  hessians: Float64Array,
  options: GrowOptions,
): { feature: number; bin: number } | undefined {
  const [allG, allH] = totals(own, gradients, hessians);
  const score = (g: number, h: number) => (g * g) / (h + options.lambda);
  let best: { feature: number; bin: number } | undefined;
  let bestGain = 1e-3;
  const g = new Float64Array(BINS + 1);
  const h = new Float64Array(BINS + 1);
  rows.columns.forEach((column, feature) => {
    const edges = rows.edges[feature]?.length ?? 0;
    if (edges === 0) return;
    g.fill(0);
    h.fill(0);
    for (const row of own) {
      const bin = column[row] ?? 0;
      g[bin] = (g[bin] ?? 0) + (gradients[row] ?? 0);
      h[bin] = (h[bin] ?? 0) + (hessians[row] ?? 0);
    }
    let leftG = 0;
    let leftH = 0;
    for (let bin = 0; bin < edges; bin++) {
      leftG += g[bin] ?? 0;
      leftH += h[bin] ?? 0;
      if (leftH < options.minHessian || allH - leftH < options.minHessian) continue;
      const gain = score(leftG, leftH) + score(allG - leftG, allH - leftH) - score(allG, allH);
      if (gain <= bestGain) continue;
      bestGain = gain;
      best = { feature, bin };
    }
  });
  return best;
}

function round4(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
