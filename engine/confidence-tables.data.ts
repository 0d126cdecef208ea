/** Written by `scripts/fit-confidence.ts`; do not edit. Raw probability and measured share of right values, rising. */
export type ConfidenceKind = 'amount' | 'date' | 'identifier' | 'name' | 'address';
export type Knot = readonly [raw: number, measured: number];

export const CONFIDENCE_TABLES: Readonly<Record<ConfidenceKind, readonly Knot[]>> = {
  amount: [[0, 0], [0.545, 0.677], [0.894, 0.889], [0.924, 0.927], [0.93, 0.94], [0.934, 0.97], [0.956, 0.97]],
  date: [[0, 0], [0.602, 0.916], [0.768, 0.951], [0.825, 0.97], [0.937, 0.97]],
  identifier: [[0, 0], [0.638, 0.916], [0.84, 0.952], [0.907, 0.965], [0.931, 0.97], [0.956, 0.97]],
  name: [[0, 0], [0.66, 0.512], [0.729, 0.636], [0.798, 0.762], [0.818, 0.809], [0.859, 0.878], [0.914, 0.878], [0.919, 0.959], [0.937, 0.963], [0.958, 0.966], [0.962, 0.97], [0.962, 0.97]],
  address: [[0, 0], [0.622, 0.39], [0.786, 0.841], [0.805, 0.878], [0.888, 0.944], [0.951, 0.959], [0.962, 0.97], [0.962, 0.97]],
};
