/** Written by `scripts/fit-confidence.ts`; do not edit. Raw probability and measured share of right values, rising. */
export type ConfidenceKind = 'amount' | 'date' | 'identifier' | 'name' | 'address';
export type Knot = readonly [raw: number, measured: number];
/** Letters as the file has them, or recognised in a picture. */
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
    amount: [[0, 0], [0.41, 0.19], [0.739, 0.463], [0.922, 0.907], [0.97, 0.96]],
    date: [[0, 0], [0.765, 0.878], [0.908, 0.97], [0.959, 0.97]],
    identifier: [[0, 0], [0.886, 0.935]],
    name: [[0, 0], [0.8, 0.75], [0.824, 0.767], [0.926, 0.929]],
    address: [[0, 0], [0.741, 0.419], [0.8, 0.661], [0.834, 0.764], [0.925, 0.97], [0.927, 0.97]],
  },
};
