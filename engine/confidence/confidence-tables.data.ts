/** Written by `scripts/fit-confidence.ts`; do not edit. Raw probability and measured share of right values, rising. */
export type ConfidenceKind = 'amount' | 'date' | 'identifier' | 'name' | 'address';
export type Knot = readonly [raw: number, measured: number];
/** From a text layer, or recognised in an image. */
export type ReadingSource = 'text' | 'ocr';

export const CONFIDENCE_TABLES: Readonly<Record<ReadingSource, Readonly<Record<ConfidenceKind, readonly Knot[]>>>> = {
  text: {
    amount: [[0, 0], [0.628, 0.614], [0.855, 0.905], [0.923, 0.928], [0.937, 0.953], [0.942, 0.97], [0.956, 0.97]],
    date: [[0, 0], [0.55, 0.878], [0.883, 0.96], [0.945, 0.97], [0.957, 0.97]],
    identifier: [[0, 0], [0.605, 0.951], [0.833, 0.962], [0.921, 0.963], [0.941, 0.97], [0.955, 0.97]],
    name: [[0, 0], [0.747, 0.732], [0.815, 0.886], [0.939, 0.97], [0.962, 0.97]],
    address: [[0, 0], [0.676, 0.61], [0.877, 0.882], [0.95, 0.927], [0.953, 0.927], [0.961, 0.97], [0.963, 0.97]],
  },
  ocr: {
    amount: [[0, 0], [0.402, 0.19], [0.697, 0.268], [0.884, 0.898], [0.957, 0.939]],
    date: [[0, 0], [0.707, 0.878], [0.927, 0.97]],
    identifier: [[0, 0], [0.756, 0.829], [0.884, 0.901], [0.946, 0.967]],
    name: [[0, 0], [0.819, 0.773], [0.927, 0.943]],
    address: [[0, 0], [0.754, 0.484], [0.8, 0.661], [0.8, 0.741], [0.872, 0.829], [0.927, 0.97]],
  },
};
