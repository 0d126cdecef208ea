import { EXTRAS } from '#core/domain/field-roles';
import { isKind } from '../../candidates/candidate.ts';
import { formatUnits, type Units } from '../../normalise/decimal.ts';
import { type Choices, choiceOf } from '../base/choice.ts';
import type { ResolveContext } from '../base/context.ts';
import { linkWeight } from '../base/link-weight.ts';
import { amountUnits } from '../base/locale.ts';
import { SUM_CHECK } from '../rows/row-values.ts';
import { putDue } from './amount-due.ts';
import { confirmReceiptTotal } from './confirm-total.ts';
import { areDoubted } from './doubted-sums.ts';
import { settleByRateTable } from './rate-table.ts';
import { heldTax, taxLineOf, withIncludedTax } from './receipt-tax.ts';
import { roundedTotal } from './rounded-total.ts';
import { rankChains, type SumChain } from './sum-chain.ts';
import { isProvedByRows, isRowSum, isStrong, taxOf } from './sum-proof.ts';
import { findTenders, type Tender, withTenders } from './tender.ts';
import { amountChoice } from './total-choice.ts';
import { type RoleAmount, type RoleAmounts, rankTotals } from './totals-candidates.ts';
import { withUnlabelledSums } from './unlabelled-sums.ts';
import { findPaidSums, type PaidSum } from './unlabelled-tender.ts';

/**
 * Chooses sub-total, tax, extras, total, paid and due together: the assignment whose labels and sums fit best. Must
 * never treat a chain as proof while another assignment closes with other amounts.
 */

/** A closing chain within this score of the best one is a competitor. */
const COMPETING_MARGIN = 0.55;
/** Score of a total without any label: the largest amount of the document. */
const UNLABELLED_SCORE = 0.35;
/** Score of a total without a label, supported by two amounts below it. */
const PAID_SCORE = 0.55;

/** Amounts read besides subtotal, tax and total, and whether a printed minus only indicates subtraction. */
const FURTHER_AMOUNTS = [
  ...EXTRAS.map(({ name, role }) => ({ name, role, isUnsigned: role !== 'rounding' })),
  { name: 'amount_paid', role: 'amount_paid', isUnsigned: true },
] as const;

/** `rowSum`: the sum of the document's rows, if no row was dropped to reach a printed sum. */
export function resolveTotals(context: ResolveContext, rowSum?: Units): Choices {
  const choices: Choices = new Map();
  const tenders = findTenders(context);
  const labelled = withTenders(
    withTotalFromDue(withIncludedTax(rankTotals(context), context), context),
    tenders,
    context,
  );
  const roles = withUnlabelledSums(labelled, context);
  const chains = rankChains(roles);
  const best = chains[0];
  if (best === undefined) return fallback(context, choices, tenders);
  // A chain whose sub-total differs from the sum of the rows does not compete with one whose sub-total matches.
  const byRows = best.subtotal !== undefined && best.subtotal.units === rowSum;
  const rivals = chains.filter(
    (chain) =>
      chain.closes &&
      !sameAmounts(chain, best) &&
      chain.score > best.score - COMPETING_MARGIN &&
      (!byRows || chain.subtotal?.units === rowSum),
  );
  const fromRows = isProvedByRows(best, roles, rowSum, context);
  const proof = rivals.length === 0 && ((best.closes && isStrong(best, roles, context)) || fromRows);
  const sum = [...(best.closes ? ['sum_chain'] : []), ...(fromRows ? [SUM_CHECK] : [])];
  const put = (name: string, amount: RoleAmount, others: readonly RoleAmount[], inChain: boolean): void => {
    choices.set(name, amountChoice(name, amount, others, inChain ? sum : [], inChain && proof, context));
  };
  put('total_amount', best.total, roles.total, true);
  const rounded = context.documentType === 'receipt' ? roundedTotal(best.total, context) : undefined;
  if (rounded !== undefined) put('total_amount', rounded, roles.total, false);
  const chosen = rounded ?? best.total;
  confirmByTender(choices, chosen, tenders, context);
  if (context.documentType === 'receipt') confirmReceiptTotal(choices, chosen, best.total, tenders, context);
  if (best.subtotal !== undefined && (best.closes || best.subtotal.score >= 0.5))
    put('subtotal_amount', best.subtotal, roles.subtotal, true);
  confirmByRows(choices, best, rowSum, context);
  putTax(best, roles, choices, sum, proof, context);
  if (context.documentType === 'receipt') putHeldTax(best, roles, choices, context);
  for (const { name, role, isUnsigned } of FURTHER_AMOUNTS) {
    const used = best.extras.find((extra) => extra.role === role)?.amount;
    const amount = used ?? nearestToTotal(roles[role], best.total);
    if (amount === undefined) continue;
    put(name, amount, roles[role], used !== undefined);
    const choice = choices.get(name);
    if (choice !== undefined && isUnsigned) choices.set(name, { ...choice, value: choice.value.replace(/^-/, '') });
  }
  putDue(best, roles, choices, context);
  if (areDoubted(best, context)) doubt(choices);
  settleByRateTable(choices, context);
  return context.documentType === 'credit_note' ? withoutMinus(choices) : choices;
}

/**
 * Uses the cash and change of a receipt. A labelled total that equals their difference is proved, unless another pair
 * yields another sum.
 */
function confirmByTender(
  choices: Choices,
  total: RoleAmount,
  tenders: readonly Tender[],
  context: ResolveContext,
): void {
  const choice = choices.get('total_amount');
  const [pair] = tenders;
  if (choice === undefined || pair === undefined || tenders.some((tender) => tender.total !== total.units)) return;
  const labelled = total.phrase.includes('total') && total.score >= 0.9;
  const checks = [...choice.checks, 'cash_less_change'];
  const proof = choice.proof || (labelled && pair.change > 0 && !choice.ambiguous);
  choices.set('total_amount', { ...choice, checks, proof });
  for (const [name, amount] of [
    ['tendered_amount', pair.given],
    ['change_amount', pair.back],
  ] as const) {
    choices.set(name, amountChoice(name, amount, [], ['cash_less_change'], false, context));
  }
}

/** Outside the chain: the labelled amount nearest to the total, rather than a discount inside a row. */
function nearestToTotal(amounts: readonly RoleAmount[], total: RoleAmount): RoleAmount | undefined {
  const anchor = total.candidates[0]?.segment;
  const distance = (amount: RoleAmount): number => {
    const segment = amount.candidates[0]?.segment;
    if (segment === undefined || anchor === undefined) return Number.POSITIVE_INFINITY;
    // Of two on one line, the right one is the result and the left one its base.
    return Math.abs(segment.page - anchor.page) * 1e4 + Math.abs(segment.box[1] - anchor.box[1]) - segment.box[0] / 1e4;
  };
  const usable = amounts.filter((amount) => amount.score >= 0.62 && amount.units !== 0);
  return usable.toSorted((a, b) => distance(a) - distance(b))[0];
}

/** If a document only has an "amount due", that is its total. */
function withTotalFromDue(roles: RoleAmounts, context: ResolveContext): RoleAmounts {
  const known = new Set(roles.total.map((amount) => amount.units));
  // With a balance carried forward, the amount due exceeds the amount invoiced.
  const carried = (context.links.get('previous_balance') ?? []).some(
    (link) => link.candidate.kind === 'amount' && linkWeight(link) > 0.6,
  );
  const share = carried ? 0.5 : roles.total.some((amount) => amount.score > 0.6) ? 0.8 : 0.95;
  const added = roles.amount_due
    // A zero balance means that the total is paid, not that the total is zero.
    .filter((amount) => !known.has(amount.units) && amount.units !== 0)
    .map((amount) => ({ ...amount, score: amount.score * share }));
  return { ...roles, total: [...roles.total, ...added].sort((a, b) => b.score - a.score) };
}

function sameAmounts(a: SumChain, b: SumChain): boolean {
  return a.total.units === b.total.units && a.subtotal?.units === b.subtotal?.units && taxOf(a) === taxOf(b);
}

/** Proves a labelled sub-total that the rows add up to, regardless of the rest of the chain. */
function confirmByRows(choices: Choices, best: SumChain, rowSum: Units | undefined, context: ResolveContext): void {
  const choice = choices.get('subtotal_amount');
  if (choice === undefined || best.subtotal === undefined || !isRowSum(best.subtotal, rowSum, context)) return;
  choices.set('subtotal_amount', { ...choice, checks: [...new Set([...choice.checks, SUM_CHECK])], proof: true });
}

function putTax(
  best: SumChain,
  roles: RoleAmounts,
  choices: Choices,
  sum: readonly string[],
  proof: boolean,
  context: ResolveContext,
): void {
  const first = best.tax[0];
  if (first === undefined) return;
  if (!best.closes && first.score < 0.5) return;
  const choice = amountChoice('tax_amount', first, roles.tax, sum, proof, context);
  if (best.tax.length === 1) {
    choices.set('tax_amount', choice);
    return;
  }
  choices.set('tax_amount', {
    ...choice,
    value: formatUnits(taxOf(best)),
    // Two taxes of one amount (central and state) are one entry with two places.
    spans: best.tax.flatMap((part, i) => {
      const place = best.tax.slice(0, i).filter((other) => other === part).length;
      return part.candidates.slice(place, place + 1);
    }),
    rule: 'sum:tax_lines',
    // A sum that is not printed is computed, not read.
    proof: false,
  });
}

/**
 * Sets a tax that the sums do not need, from a tax table or a label; its base becomes the sub-total if there is none.
 */
function putHeldTax(best: SumChain, roles: RoleAmounts, choices: Choices, context: ResolveContext): void {
  if (best.closes && best.tax.length > 0) return;
  const line = taxLineOf(best.total, context);
  const tax = line?.tax ?? (choices.has('tax_amount') ? undefined : heldTax(best.total, roles));
  if (tax !== undefined) choices.set('tax_amount', amountChoice('tax_amount', tax, roles.tax, [], false, context));
  if (line !== undefined && !choices.has('subtotal_amount'))
    choices.set('subtotal_amount', amountChoice('subtotal_amount', line.base, [], [], false, context));
}

function doubt(choices: Choices): void {
  for (const name of ['subtotal_amount', 'tax_amount', 'total_amount'] as const) {
    const choice = choices.get(name);
    if (choice !== undefined) choices.set(name, { ...choice, proof: false, doubted: true });
  }
}

/** Without any label: the sum that was paid, else the largest amount; always needs review. */
function fallback(context: ResolveContext, choices: Choices, tenders: readonly Tender[]): Choices {
  const [paid, ...more] = findPaidSums(context);
  const known = more.length === 0 ? paid : undefined;
  const found = known ?? largestAmount(context, new Set(tenders.map((tender) => tender.cash)));
  if (found === undefined) return choices;
  choices.set(
    'total_amount',
    choiceOf({
      value: formatUnits(found.units),
      spans: found.candidates.slice(0, 2),
      score: known === undefined ? UNLABELLED_SCORE : PAID_SCORE,
      rule: known === undefined ? 'largest_amount' : 'paid_amount',
    }),
  );
  return choices;
}

function largestAmount(context: ResolveContext, given: ReadonlySet<Units>): PaidSum | undefined {
  const amounts = context.pages.flatMap((page) => [...page.candidates.values()].flat().filter(isKind('amount')));
  // Where sums are printed with decimals, `Includes $50 insurance` is not one.
  const decimal = context.documentType === 'receipt' && amounts.some(({ form }) => form === 'decimal');
  let largest: PaidSum | undefined;
  for (const candidate of amounts) {
    const counts = decimal ? candidate.form === 'decimal' : candidate.form !== 'bare';
    const units = counts ? amountUnits(candidate, context.locale) : undefined;
    if (units !== undefined && units > (largest?.units ?? 0) && !given.has(units))
      largest = { units, candidates: [candidate] };
  }
  return largest;
}

function withoutMinus(choices: Choices): Choices {
  if (choices.get('total_amount')?.value.startsWith('-') !== true) return choices;
  return new Map([...choices].map(([name, choice]) => [name, { ...choice, value: choice.value.replace(/^-/, '') }]));
}
