/** Written by `scripts/fit-confidence.ts`; do not edit. Raw probability and measured share of right values, rising. */
export type ConfidenceKind = 'amount' | 'date' | 'identifier' | 'name' | 'address';
export type Knot = readonly [raw: number, measured: number];

export const CONFIDENCE_TABLES: Readonly<Record<ConfidenceKind, readonly Knot[]>> = {
  amount: [[0, 0], [0.628, 0.614], [0.855, 0.905], [0.923, 0.928], [0.937, 0.953], [0.942, 0.97], [0.956, 0.97]],
  date: [[0, 0], [0.55, 0.878], [0.883, 0.96], [0.945, 0.97], [0.957, 0.97]],
  identifier: [[0, 0], [0.605, 0.951], [0.833, 0.962], [0.921, 0.963], [0.941, 0.97], [0.955, 0.97]],
  name: [[0, 0], [0.747, 0.732], [0.815, 0.886], [0.939, 0.97], [0.962, 0.97]],
  address: [[0, 0], [0.676, 0.61], [0.877, 0.882], [0.95, 0.927], [0.953, 0.927], [0.961, 0.97], [0.963, 0.97]],
};
