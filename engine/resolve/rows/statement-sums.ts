import { STATEMENT_SUM, statementSum } from '../../validate/statement-sum.ts';
import type { Choices } from '../base/choice.ts';

/** Sums of what left an account, by the bank's taste printed with a minus; the field's name says it already. */
const OUTGOING = ['total_withdrawals', 'total_checks'] as const;

/**
 * Balances and movements of a statement that add up are proved; a sum that does not close proves nothing. Equal balances
 * without a movement do not prove each other.
 */
export function confirmByBalance(choices: Choices): void {
  for (const name of OUTGOING) {
    const choice = choices.get(name);
    if (choice !== undefined) choices.set(name, { ...choice, value: choice.value.replace(/^-/, '') });
  }
  const sum = statementSum(Object.fromEntries([...choices].map(([name, { value }]) => [name, value])));
  if (sum?.check.ok !== true) return;
  for (const name of sum.names) {
    const choice = choices.get(name);
    if (choice === undefined || choice.ambiguous) continue;
    choices.set(name, { ...choice, checks: [...choice.checks, STATEMENT_SUM], proof: true });
  }
}
