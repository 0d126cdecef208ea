import type { Units } from '../../normalise/decimal.ts';
import type { RowNumbers } from './row-numbers.ts';

/** Whether the running balance confirms or contradicts a row's amount. */
export type BalanceVerdict = 'confirmed' | 'contradicted' | 'silent';

/** A chain of fewer rows may be chance and is ignored. */
const MIN_CONFIRMED = 2;

/**
 * Determines which rows of an account statement their balances confirm: the balance before plus the amount is the
 * balance after. Statements are in ascending or descending order; the order that confirms more rows is used. `opening`
 * is the labelled balance before all of them.
 */
export function judgeByBalance(rows: readonly RowNumbers[], opening?: Units): readonly BalanceVerdict[] {
  const { verdicts } = bestOrder(rows, opening);
  return countConfirmed(verdicts) >= MIN_CONFIRMED ? verdicts : rows.map(() => 'silent');
}

/** Share of the rows, but the oldest, whose balance must be confirmed. Banks round, and scans lose digits. */
const MOST_CONFIRMED = 0.5;

/** The newest row, if most balances are confirmed in one order; its balance is the account's. */
export function newestRow(rows: readonly RowNumbers[]): number | undefined {
  const { verdicts, descending } = bestOrder(rows, undefined);
  const confirmed = countConfirmed(verdicts);
  if (confirmed < MIN_CONFIRMED || confirmed < MOST_CONFIRMED * (rows.length - 1)) return undefined;
  return descending ? 0 : rows.length - 1;
}

const countConfirmed = (verdicts: readonly BalanceVerdict[]): number =>
  verdicts.filter((verdict) => verdict === 'confirmed').length;

function bestOrder(rows: readonly RowNumbers[], opening: Units | undefined) {
  const forwards = rows.map((row, index) => (index === 0 ? opens(opening, row) : follows(rows[index - 1], row)));
  const backwards = rows.map((row, index) =>
    index === rows.length - 1 ? opens(opening, row) : follows(rows[index + 1], row),
  );
  const descending = countConfirmed(backwards) > countConfirmed(forwards);
  return { verdicts: descending ? backwards : forwards, descending };
}

/** Rows before the oldest one may not be printed, so a mismatch with the opening balance decides nothing. */
function opens(opening: Units | undefined, row: RowNumbers): BalanceVerdict {
  if (opening === undefined) return 'silent';
  return follows({ balance: opening, holds: false }, row) === 'confirmed' ? 'confirmed' : 'silent';
}

function follows(before: RowNumbers | undefined, row: RowNumbers): BalanceVerdict {
  if (before?.balance === undefined || row.balance === undefined || !row.amount) return 'silent';
  return row.amount.value !== 0 && before.balance + row.amount.value === row.balance ? 'confirmed' : 'contradicted';
}
