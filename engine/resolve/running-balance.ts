import type { RowNumbers } from './row-numbers.ts';

/** What the balance behind a row says about its amount. */
export type BalanceVerdict = 'confirmed' | 'contradicted' | 'silent';

/** A chain of fewer rows may be chance and says nothing. */
const MIN_CONFIRMED = 2;

/**
 * Which rows of an account statement their balances confirm: the balance before, plus the amount, is the balance
 * after. Statements run with time or against it; the way that confirms more rows is taken.
 */
export function judgeByBalance(rows: readonly RowNumbers[]): readonly BalanceVerdict[] {
  const forwards = rows.map((row, index) => follows(rows[index - 1], row));
  const backwards = rows.map((row, index) => follows(rows[index + 1], row));
  const count = (verdicts: readonly BalanceVerdict[]) => verdicts.filter((verdict) => verdict === 'confirmed').length;
  const best = count(backwards) > count(forwards) ? backwards : forwards;
  return count(best) >= MIN_CONFIRMED ? best : rows.map(() => 'silent');
}

function follows(before: RowNumbers | undefined, row: RowNumbers): BalanceVerdict {
  if (before?.balance === undefined || row.balance === undefined || !row.amount) return 'silent';
  return row.amount.value !== 0 && before.balance + row.amount.value === row.balance ? 'confirmed' : 'contradicted';
}
