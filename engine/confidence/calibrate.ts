import { CONFIDENCE_TABLES, type ConfidenceKind, type Knot, type ReadingSource } from './confidence-tables.data.ts';

/**
 * Returns the measured share of correct values at a probability, by kind of field and text source (piecewise linear
 * between the measured knots). Measured by `scripts/fit-confidence.ts`; an empty table leaves the probability
 * unchanged.
 */
export function calibrated(field: string, source: ReadingSource, probability: number): number {
  return interpolate(CONFIDENCE_TABLES[source][confidenceKind(field)], probability);
}

/** The measured share at a raw probability, interpolated. */
export function interpolate(table: readonly Knot[], probability: number): number {
  const above = table.findIndex(([raw]) => raw >= probability);
  const next = table[above];
  const previous = above > 0 ? table[above - 1] : undefined;
  if (next === undefined) return table.at(-1)?.[1] ?? probability;
  return previous === undefined ? next[1] : between(previous, next, probability);
}

function between([x0, y0]: Knot, [x1, y1]: Knot, at: number): number {
  return x1 === x0 ? y1 : y0 + ((y1 - y0) * (at - x0)) / (x1 - x0);
}

/** Fields that are read in the same way have the same error rate. */
export function confidenceKind(field: string): ConfidenceKind {
  if (/_date$/.test(field)) return 'date';
  if (/_name$/.test(field)) return 'name';
  if (/_address$/.test(field)) return 'address';
  return /_(?:amount|balance|deposits|withdrawals|checks)$|^amount_/.test(field) ? 'amount' : 'identifier';
}
