import { sharesOf } from '#engine/learning';

/** The values of one document for one field. */
export interface JudgedDocument {
  readonly margins: readonly number[];
  /** For each margin, whether its value is correct; all false if the field is absent. */
  readonly right: readonly boolean[];
}

const SLOPES = Array.from({ length: 24 }, (_, step) => 0.1 * 1.15 ** step);
const NONES = Array.from({ length: 49 }, (_, step) => step / 2 - 12);
/** Limits certainty to one more error than was observed. */
const LEAST_SHARE = 1e-3;

/** Maximum-likelihood slope and weight of "none" (grid search; the surface is smooth and cheap to evaluate). */
export function fitShares(documents: readonly JudgedDocument[]): readonly [slope: number, none: number] {
  let best: { readonly shares: readonly [number, number]; readonly likelihood: number } | undefined;
  for (const slope of SLOPES) {
    for (const none of NONES) {
      const likelihood = documents.reduce((sum, document) => sum + logShare(document, [slope, none]), 0);
      if (best === undefined || likelihood > best.likelihood) best = { shares: [slope, none], likelihood };
    }
  }
  return best?.shares ?? [1, 0];
}

function logShare({ margins, right }: JudgedDocument, shares: readonly [number, number]): number {
  const own = sharesOf({ shares }, margins);
  const found = own.reduce((sum, share, index) => sum + (right[index] ? share : 0), 0);
  const share = right.some(Boolean) ? found : 1 - own.reduce((sum, one) => sum + one, 0);
  return Math.log(Math.max(share, LEAST_SHARE));
}
