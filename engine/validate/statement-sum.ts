import type { Check } from '#core/domain/result';
import { toUnits } from '../normalise/decimal.ts';

/** Check that balances and movements of a statement add up. */
export const STATEMENT_SUM = 'statement_sum';

export interface StatementSum {
  readonly check: Check;
  /** Names of the fields involved. */
  readonly names: readonly string[];
}

const MOVEMENTS = [
  { name: 'total_deposits', sign: 1 },
  { name: 'total_withdrawals', sign: -1 },
  { name: 'total_checks', sign: -1 },
] as const;

/**
 * Opening balance + deposits - withdrawals - checks = closing balance; with opposite signs on a card statement, where
 * purchases raise the balance. Values in wire form. Returns undefined without both balances and a movement, and if the
 * sum does not hold while one side of it is not printed.
 */
export function statementSum(values: Readonly<Record<string, string>>): StatementSum | undefined {
  const units = (name: string) => toUnits(values[name] ?? '');
  const [opening, closing] = [units('opening_balance'), units('closing_balance')];
  const moved = MOVEMENTS.flatMap(({ name, sign }) => {
    const amount = units(name);
    return amount === undefined || amount === 0 ? [] : [{ name, units: sign * Math.abs(amount) }];
  });
  if (opening === undefined || closing === undefined || moved.length === 0) return undefined;
  const net = moved.reduce((sum, movement) => sum + movement.units, 0);
  const ok = opening + net === closing || opening - net === closing;
  const whole = moved.some((movement) => movement.units > 0) && moved.some((movement) => movement.units < 0);
  if (!ok && !whole) return undefined;
  const way = opening - net === closing ? -1 : 1;
  const text = moved
    .map((one) => `${one.units * way < 0 ? '-' : '+'} ${(values[one.name] ?? '').replace('-', '')}`)
    .join(' ');
  const detail = `${values['opening_balance'] ?? ''} ${text} ${ok ? '=' : 'is not'} ${values['closing_balance'] ?? ''}`;
  const names = ['opening_balance', 'closing_balance', ...moved.map((movement) => movement.name)];
  return { check: { rule: STATEMENT_SUM, ok, detail }, names };
}
