import type { Choices } from '../base/choice.ts';
import type { ResolveContext } from '../base/context.ts';
import type { SumChain } from './sum-chain.ts';
import { amountChoice } from './total-choice.ts';
import type { RoleAmount, RoleAmounts } from './totals-candidates.ts';

/** Sets the amount due: from its own label, after a payment, or from the total of an invoice that has neither. */
export function putDue(best: SumChain, roles: RoleAmounts, choices: Choices, context: ResolveContext): void {
  const left = new Set(roles.amount_paid.map((paid) => best.total.units - Math.abs(paid.units)));
  // Of two figures under one label, the one that remains after the payment is due.
  const due = roles.amount_due.find((amount) => left.has(amount.units)) ?? roles.amount_due[0];
  if (due === undefined || due.score < 0.5) {
    dueIsTotal(choices, context);
    return;
  }
  const paid = roles.amount_paid[0];
  const chain =
    due.units === best.total.units || (paid !== undefined && best.total.units - Math.abs(paid.units) === due.units);
  const choice = amountChoice('amount_due', due, roles.amount_due, chain ? ['amount_due'] : [], false, context);
  // A repeat of the total under its own label is proved with the total; another figure is not.
  const total = choices.get('total_amount');
  const ownPlace =
    due.units === best.total.units && due.candidates.some((candidate) => !best.total.candidates.includes(candidate));
  // The chain was closed by the amount labelled as due, and no payment is mentioned.
  const onlyDue = due.units === best.total.units && paid === undefined && due.score >= LABELLED_DUE;
  // The remainder of a proved total after the only payment mentioned.
  const afterPayment =
    paid !== undefined && paid.units !== 0 && standsApart(due, paid) && roles.amount_paid.length === 1 && chain;
  choices.set('amount_due', { ...choice, proof: (ownPlace || onlyDue || afterPayment) && total?.proof === true });
}

/** Minimum link score of the label of the amount due. */
const LABELLED_DUE = 0.7;

function standsApart(first: RoleAmount, second: RoleAmount): boolean {
  return first.candidates[0] !== second.candidates[0];
}

/** An invoice without a printed payment or balance is due in full, with the confidence of the total. */
function dueIsTotal(choices: Choices, context: ResolveContext): void {
  const total = choices.get('total_amount');
  const trade = context.documentType === 'invoice' || context.documentType === 'credit_note';
  if (!trade || total === undefined || choices.has('amount_paid') || total.rule === 'largest_amount') return;
  choices.set('amount_due', {
    ...total,
    rule: 'same_as:total_amount',
    score: Math.min(total.score, 0.8),
    proof: false,
    checks: [],
  });
}
