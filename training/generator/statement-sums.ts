import type { Trade } from './trade.ts';

export interface Movement {
  readonly date: string;
  readonly text: string;
  /** Cents; withdrawals are negative. */
  readonly cents: number;
  readonly balance: number;
}

export interface StatementSums {
  readonly opening: number;
  readonly deposits: number;
  /** As a positive number. */
  readonly withdrawals: number;
  readonly closing: number;
  readonly movements: readonly Movement[];
}

/** An account whose movements are the items of a trade; every third is a deposit. */
export function statementSums(trade: Trade): StatementSums {
  const opening = trade.sums.rows + 123_456;
  let balance = opening;
  const dated = trade.items.map((item) => item.date).sort();
  const movements = trade.items.map((item, index) => {
    const cents = index % 3 === 0 ? item.amount : -item.amount;
    balance += cents;
    return { date: dated[index] ?? item.date, text: item.description, cents, balance };
  });
  const total = (wanted: (cents: number) => boolean) =>
    movements.reduce((sum, movement) => sum + (wanted(movement.cents) ? Math.abs(movement.cents) : 0), 0);
  return {
    opening,
    deposits: total((cents) => cents > 0),
    withdrawals: total((cents) => cents < 0),
    closing: balance,
    movements,
  };
}
