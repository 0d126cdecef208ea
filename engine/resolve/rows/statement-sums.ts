import { STATEMENT_SUM, statementSum } from '../../validate/statement-sum.ts';
import type { Choices } from '../base/choice.ts';

/** Sums of outgoing money, which some banks print with a minus; the field's name already implies it. */
const OUTGOING = ['total_withdrawals', 'total_checks'] as const;

/**
 * Proves balances and movements of a statement that add up; a mismatch proves nothing. Equal balances without a
 * movement do not prove each other.
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
