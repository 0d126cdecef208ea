import { formatUnits } from '../../normalise/decimal.ts';
import { type Choice, MAX_ALTERNATIVES } from '../base/choice.ts';
import type { ResolveContext } from '../base/context.ts';
import { isOpenAmount } from '../base/locale.ts';
import { surestFirst } from '../printed/sure-reading.ts';
import type { RoleAmount } from './totals-candidates.ts';

/** Converts an amount in a role to the choice for a field; `others` are the other amounts of its labels. */
export function amountChoice(
  name: string,
  amount: RoleAmount,
  others: readonly RoleAmount[],
  checks: readonly string[],
  proof: boolean,
  context: ResolveContext,
): Choice {
  const rest = others.filter((other) => other.units !== amount.units);
  const [first] = surestFirst(amount.candidates);
  const open = first !== undefined && isOpenAmount(first, context.locale);
  const contested = checks.length === 0 && rest.some((other) => other.score > amount.score - 0.06);
  return {
    value: formatUnits(amount.units),
    spans: first === undefined ? [] : [first],
    score: contested ? amount.score * 0.8 : checks.length > 0 ? Math.max(amount.score, 0.85) : amount.score,
    rule: `label:${amount.phrase}/${amount.link.relation}`,
    alternatives: rest
      .map((other) => ({ value: formatUnits(other.units), confidence: Math.round(other.score * 500) / 1000 }))
      .slice(0, MAX_ALTERNATIVES),
    checks: checks.map((check) => (check === 'amount_due' ? 'amount_due' : check)),
    proof,
    ambiguous: open && checks.length === 0 && name !== 'rounding_amount',
  };
}
