import type { StructuredValue } from '#engine/model';
import { toUnits } from '#engine/normalise/decimal';
import type { Row } from './statement-parts.ts';

/** Fewer links may be chance. */
const MIN_LINKS = 2;

/**
 * The balance of the last row in time, if each balance follows from the one before. Files run in the order of time or
 * against it; the balances tell which.
 */
export function lastBalance(rows: readonly Row[]): StructuredValue | undefined {
  const numbers = rows.map((row) => ({
    amount: toUnits(row['amount']?.value ?? ''),
    balance: toUnits(row['balance']?.value ?? ''),
  }));
  const holds = (step: -1 | 1) =>
    numbers.every(({ amount, balance }, index) => {
      const before = numbers[index + step];
      if (before === undefined) return balance !== undefined;
      if (amount === undefined || balance === undefined || before.balance === undefined) return false;
      return before.balance + amount === balance;
    });
  if (rows.length <= MIN_LINKS) return undefined;
  if (holds(-1)) return rows.at(-1)?.['balance'];
  return holds(1) ? rows[0]?.['balance'] : undefined;
}
