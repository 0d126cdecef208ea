import type { AmountCandidate } from '../../candidates/candidate.ts';
import { isKind } from '../../candidates/candidate.ts';
import type { Units } from '../../normalise/decimal.ts';
import type { ResolveContext } from '../base/context.ts';
import { linkWeight } from '../base/link-weight.ts';
import { amountUnits } from '../base/locale.ts';
import type { RoleAmount, RoleAmounts } from './totals-candidates.ts';
import { findPaidSums } from './unlabelled-tender.ts';

/** Cash given and change, as printed by a till. */
export interface Tender {
  readonly given: RoleAmount;
  readonly back: RoleAmount;
  readonly cash: Units;
  readonly change: Units;
  /** Cash given less change. */
  readonly total: Units;
}

/** Labels of change, folded; all other tender labels mean the cash given. */
const CHANGE = /change|ruckgeld|wechselgeld|zuruck|rendu|rendre|cambio|resto|wisselgeld|terug|troco|reszta/;
/** Minimum link score of a tender label. */
const TENDER_FLOOR = 0.6;
/** Score of a total supported only by cash and change. */
const UNLABELLED_SCORE = 0.66;
/** Score of a total that is printed twice and paid, but has no readable label. */
const PAID_SCORE = 0.7;
/** Bonus of a labelled total that agrees with cash and change. */
const AGREEMENT_BONUS = 0.25;

/** Returns all pairs of cash given and a smaller change. */
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

/**
 * Raises the score of totals that agree with cash and change, and adds a matching amount that has no label of its own.
 */
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

/** The same, if no label distinguishes cash and change. */
function withPaidSums(roles: RoleAmounts, context: ResolveContext): RoleAmounts {
  const [link, ...others] = [...(context.links.get('total') ?? []), ...(context.links.get('subtotal') ?? [])];
  const [paid, ...more] = findPaidSums(context);
  // Two matching sums are a coincidence.
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
