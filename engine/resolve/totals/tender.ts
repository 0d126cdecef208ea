import type { AmountCandidate } from '../../candidates/candidate.ts';
import { isKind } from '../../candidates/candidate.ts';
import type { Units } from '../../normalise/decimal.ts';
import type { ResolveContext } from '../base/context.ts';
import { linkWeight } from '../base/link-weight.ts';
import { amountUnits } from '../base/locale.ts';
import type { RoleAmount, RoleAmounts } from './totals-candidates.ts';
import { findPaidSums } from './unlabelled-tender.ts';

/** What was given and what was given back, as a till prints them. */
export interface Tender {
  readonly given: RoleAmount;
  readonly back: RoleAmount;
  readonly cash: Units;
  readonly change: Units;
  /** Given less given back. */
  readonly total: Units;
}

/** Labels of what is given back, folded; all other tender labels name what was given. */
const CHANGE = /change|ruckgeld|wechselgeld|zuruck|rendu|rendre|cambio|resto|wisselgeld|terug|troco|reszta/;
/** A tender label must lead to its amount at least this clearly. */
const TENDER_FLOOR = 0.6;
/** Score of a total supported only by cash and change. */
const UNLABELLED_SCORE = 0.66;
/** Score of a total that is printed twice and paid, under no label that could be read. */
const PAID_SCORE = 0.7;
/** What agreement with cash and change adds to a labelled total. */
const AGREEMENT_BONUS = 0.25;

/** Every pair of a given amount and a smaller one given back. */
export function findTenders(context: ResolveContext): Tender[] {
  const given = new Map<Units, RoleAmount>();
  const back = new Map<Units, RoleAmount>();
  for (const link of context.links.get('tendered') ?? []) {
    const { candidate, label } = link;
    const score = linkWeight(link);
    if (candidate.kind !== 'amount' || candidate.form === 'bare' || score < TENDER_FLOOR) continue;
    const signed = amountUnits(candidate, context.locale);
    if (signed === undefined) continue;
    const side = CHANGE.test(label.phrase) ? back : given;
    const units = Math.abs(signed);
    if (!side.has(units)) side.set(units, { units, score, candidates: [candidate], phrase: label.phrase, link });
  }
  return [...given.values()].flatMap((cash) =>
    [...back.values()]
      .filter((change) => change.units < cash.units)
      .map((change) => ({
        given: cash,
        back: change,
        cash: cash.units,
        change: change.units,
        total: cash.units - change.units,
      })),
  );
}

/** Totals that agree with cash and change gain; one that is printed without a label of its own is added. */
export function withTenders(roles: RoleAmounts, tenders: readonly Tender[], context: ResolveContext): RoleAmounts {
  const totals = new Set(tenders.map((tender) => tender.total));
  if (totals.size === 0) return withPaidSums(roles, context);
  const raised = roles.total.map((amount) =>
    totals.has(amount.units) ? { ...amount, score: Math.min(1, amount.score + AGREEMENT_BONUS) } : amount,
  );
  const known = new Set(raised.map((amount) => amount.units));
  const added = [...totals]
    .filter((units) => !known.has(units))
    .flatMap((units) => printedAmount(units, context) ?? []);
  return { ...roles, total: [...raised, ...added].sort((a, b) => b.score - a.score) };
}

/** The same where no word says which amount was given and which given back. */
function withPaidSums(roles: RoleAmounts, context: ResolveContext): RoleAmounts {
  const [link, ...others] = [...(context.links.get('total') ?? []), ...(context.links.get('subtotal') ?? [])];
  const [paid, ...more] = findPaidSums(context);
  // Two sums that would fit are chance.
  if (paid === undefined || more.length > 0) return roles;
  const known = roles.total.find(({ units }) => units === paid.units);
  const own =
    known?.link ?? [link, ...others].find((one) => paid.candidates.some((place) => place === one?.candidate)) ?? link;
  if (own === undefined) return roles;
  const score = known === undefined ? PAID_SCORE : Math.min(1, known.score + AGREEMENT_BONUS);
  const amount = { units: paid.units, score, candidates: paid.candidates, phrase: known?.phrase ?? 'paid', link: own };
  const rest = roles.total.filter(({ units }) => units !== paid.units);
  return {
    ...roles,
    total: [...rest, known === undefined ? amount : { ...known, score }].sort((a, b) => b.score - a.score),
  };
}

function printedAmount(units: Units, context: ResolveContext): RoleAmount | undefined {
  const link = context.links.get('tendered')?.[0];
  const candidates = context.pages
    .flatMap((page) => [...page.candidates.values()].flat().filter(isKind('amount')))
    .filter(
      (amount): amount is AmountCandidate => amount.form !== 'bare' && amountUnits(amount, context.locale) === units,
    );
  if (link === undefined || candidates.length === 0) return undefined;
  return { units, score: UNLABELLED_SCORE, candidates, phrase: 'cash less change', link };
}
