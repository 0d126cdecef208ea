import type { LineItem } from '#core/domain/result';
import { compareValue } from './compare-value.ts';
import { columnType } from './field-types.ts';
import { textSimilarity } from './text-similarity.ts';
import type { Truth } from './truth.ts';

/** Minimum text similarity for pairing rows whose amounts differ. */
const MIN_TEXT_SIMILARITY = 0.5;

export interface Tally {
  readonly right: number;
  readonly returned: number;
  readonly labelled: number;
}

export interface LineItemScore {
  /** Rows; a row is correct if the amount of its paired row is correct. */
  readonly rows: Tally;
  /** Every labelled cell, by column. */
  readonly cells: Readonly<Record<string, Tally>>;
  /** True if the amounts are the same, none missing and none extra. */
  readonly amountsPerfect: boolean;
  /** True if every labelled cell is correct and there is no extra row. */
  readonly flawless: boolean;
  /** Number of labelled cells returned as proved, and how many of them are wrong. */
  readonly proved: number;
  readonly provedWrong: number;
  /** Each cell that is proved and wrong: its column, value and, where its row has a partner, the true value. */
  readonly wrongProofs: readonly WrongProof[];
}

export interface WrongProof {
  readonly column: string;
  readonly returned: string;
  /** Absent for an extra row. */
  readonly expected?: string;
}

interface Pair {
  readonly truth: number;
  readonly predicted: number;
  readonly score: number;
}

type TruthRow = NonNullable<Truth['line_items']>[number];

function similarity(truth: TruthRow, predicted: LineItem): number {
  const amount = truth['amount'];
  const returned = predicted['amount']?.value;
  const sameAmount =
    amount !== undefined && returned !== undefined && compareValue('amount', returned, amount).right ? 1 : 0;
  const text = textSimilarity(predicted['description']?.value ?? '', truth['description'] ?? '');
  return sameAmount === 1 || text >= MIN_TEXT_SIMILARITY ? sameAmount + text : 0;
}

/** Pairs rows one to one, best match first; ties go to the nearest in reading order. */
export function pairRows(truth: readonly TruthRow[], predicted: readonly LineItem[]): readonly Pair[] {
  const pairs = truth.flatMap((row, t) =>
    predicted.map((item, p) => ({ truth: t, predicted: p, score: similarity(row, item) })),
  );
  pairs.sort((a, b) => b.score - a.score || Math.abs(a.truth - a.predicted) - Math.abs(b.truth - b.predicted));
  const usedTruth = new Set<number>();
  const usedPredicted = new Set<number>();
  const chosen: Pair[] = [];
  for (const pair of pairs) {
    if (pair.score <= 0) break;
    if (usedTruth.has(pair.truth) || usedPredicted.has(pair.predicted)) continue;
    usedTruth.add(pair.truth);
    usedPredicted.add(pair.predicted);
    chosen.push(pair);
  }
  return chosen;
}

/**
 * Scores the rows of one document. Only labelled cells count; extra rows count against precision when the truth
 * is complete.
 */
export function judgeLineItems(
  truth: readonly TruthRow[],
  complete: boolean,
  predicted: readonly LineItem[],
  withoutSpaces = false,
): LineItemScore {
  const pairOf = new Map(pairRows(truth, predicted).map((pair) => [pair.truth, pair.predicted]));
  const cells: Record<string, { right: number; returned: number; labelled: number }> = {};
  let rowsRight = 0;
  let proved = 0;
  const wrongProofs: WrongProof[] = [];
  truth.forEach((row, index) => {
    const at = pairOf.get(index);
    const item = at === undefined ? undefined : predicted[at];
    for (const [column, expected] of Object.entries(row)) {
      const tally = cells[column] ?? { right: 0, returned: 0, labelled: 0 };
      cells[column] = tally;
      tally.labelled += 1;
      const cell = item?.[column];
      if (!cell) continue;
      tally.returned += 1;
      const { right } = compareValue(columnType(column), cell.value, expected, { withoutSpaces });
      if (right) tally.right += 1;
      if (right && column === 'amount') rowsRight += 1;
      if (cell.state !== 'proved') continue;
      proved += 1;
      if (!right) wrongProofs.push({ column, returned: cell.value, expected });
    }
  });
  const paired = new Set(pairOf.values());
  const extra = complete ? predicted.filter((_, index) => !paired.has(index)) : [];
  for (const item of extra) {
    for (const [column, tally] of Object.entries(cells)) {
      const cell = item[column];
      if (!cell) continue;
      tally.returned += 1;
      if (cell.state !== 'proved') continue;
      proved += 1;
      wrongProofs.push({ column, returned: cell.value });
    }
  }
  const allCellsRight = Object.values(cells).every((tally) => tally.right === tally.labelled);
  return {
    rows: { right: rowsRight, returned: pairOf.size + extra.length, labelled: truth.length },
    cells,
    amountsPerfect: rowsRight === truth.length && extra.length === 0,
    flawless: allCellsRight && extra.length === 0,
    proved,
    provedWrong: wrongProofs.length,
    wrongProofs,
  };
}
