import type { Check } from '#core/domain/result';
import { toUnits } from '../normalise/decimal.ts';

/** The rule of the check that balances and movements of a statement add up. */
export const STATEMENT_SUM = 'statement_sum';

export interface StatementSum {
  readonly check: Check;
  /** The fields that take part. */
  readonly names: readonly string[];
}

const MOVEMENTS = [
  { name: 'total_deposits', sign: 1 },
  { name: 'total_withdrawals', sign: -1 },
  { name: 'total_checks', sign: -1 },
] as const;

/**
 * Opening balance + deposits - withdrawals - checks = closing balance; on a card statement the other way round, for what
 * is bought raises the balance. Values in wire form. Undefined without both balances and a movement, and where the sum
 * does not close while a side of it is not printed.
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
