import { EXTRAS } from '#core/domain/field-roles';
import type { AmountCandidate } from '../../candidates/candidate.ts';
import { isKind } from '../../candidates/candidate.ts';
import type { Units } from '../../normalise/decimal.ts';
import type { ResolveContext } from '../base/context.ts';
import { amountUnits } from '../base/locale.ts';
import type { RoleAmount, RoleAmounts } from './totals-candidates.ts';

/**
 * Finds sums without a known label: if two of sub-total, tax and total are labelled, the printed amount that completes
 * the chain at the right position. Such an amount is never part of a proof, because its label is unknown.
 */

/** Below the minimum for parts of a proof, above the minimum for an output value. */
const CLOSING_SCORE = 0.52;
/** Minimum label score at which an amount needs no substitute. */
const LABELLED_ENOUGH = 0.6;
/** The parts of a sum are within this many lines of each other. */
const MAX_LINES = 12;

export function withUnlabelledSums(roles: RoleAmounts, context: ResolveContext): RoleAmounts {
  const [subtotals, taxes, totals] = [strong(roles.subtotal), strong(roles.tax), strong(roles.total)];
  const extras = [
    0,
    ...strong(roles.shipping).map(({ units }) => units),
    ...strong(roles.discount).map(({ units }) => -Math.abs(units)),
  ];
  if (totals.length === 0) {
    const found = pairs(subtotals, taxes).flatMap(([subtotal, tax]) =>
      extras.flatMap((extra) => closing(subtotal.units + tax.units + extra, subtotal, 'after', context)),
    );
    return { ...roles, total: merged(roles.total, found) };
  }
  if (roles.subtotal.length === 0 && context.documentType !== 'receipt') {
    const found = pairs(totals.slice(0, 1), taxes)
      .filter(([total, tax]) => tax.units !== 0 && Math.abs(tax.units) < Math.abs(total.units))
      .flatMap(([total, tax]) => closing(total.units - tax.units, tax, 'before', context));
    return { ...roles, subtotal: merged(roles.subtotal, found) };
  }
  if (context.documentType === 'receipt' && subtotals.length > 0 && !isClosed(roles, subtotals, totals)) {
    const found = pairs(subtotals.slice(0, 1), totals.slice(0, 1)).flatMap(([subtotal, total]) =>
      taxBetween(subtotal, total, roles, context),
    );
    return { ...roles, tax: merged(roles.tax, found) };
  }
  return roles;
}

/** True if a labelled tax equals the difference between total and sub-total. */
function isClosed(roles: RoleAmounts, subtotals: readonly RoleAmount[], totals: readonly RoleAmount[]): boolean {
  return pairs(subtotals, totals).some(
    ([subtotal, total]) =>
      total.units === subtotal.units || roles.tax.some(({ units }) => subtotal.units + units === total.units),
  );
}

/** The difference between total and sub-total, printed between them under an unreadable or unknown label. */
function taxBetween(
  subtotal: RoleAmount,
  total: RoleAmount,
  roles: RoleAmounts,
  context: ResolveContext,
): readonly RoleAmount[] {
  const [from, to] = [subtotal.candidates[0]?.segment, total.candidates[0]?.segment];
  const units = total.units - subtotal.units;
  if (from === undefined || to === undefined || units <= 0 || units > MAX_TAX_SHARE * subtotal.units) return [];
  const named = EXTRAS.some(
    ({ role, sign }) => sign > 0 && roles[role].some((amount) => Math.abs(amount.units) === units),
  );
  if (named) return [];
  return closing(units, subtotal, 'after', context).filter(({ candidates }) =>
    candidates.some(({ segment }) => segment.line <= to.line),
  );
}

/** Highest sales tax rate in use (Hungary 27 %), rounded up, as a share of its base. */
const MAX_TAX_SHARE = 0.3;

function strong(amounts: readonly RoleAmount[]): RoleAmount[] {
  return amounts.filter((amount) => amount.score >= LABELLED_ENOUGH);
}

function pairs(first: readonly RoleAmount[], second: readonly RoleAmount[]): (readonly [RoleAmount, RoleAmount])[] {
  return first.flatMap((one) => second.map((other) => [one, other] as const));
}

/** The amount printed before or after a neighbour of the sum, in reading order. */
function closing(units: Units, neighbour: RoleAmount, side: 'before' | 'after', context: ResolveContext): RoleAmount[] {
  const anchor = neighbour.candidates[0]?.segment;
  if (anchor === undefined) return [];
  const page = context.pages[anchor.page - 1];
  const candidates = [...(page?.candidates.values() ?? [])]
    .flat()
    .filter(isKind('amount'))
    .filter((amount): amount is AmountCandidate => {
      const lines = amount.segment.line - anchor.line;
      const placed = side === 'after' ? lines > 0 && lines <= MAX_LINES : lines < 0 && lines >= -MAX_LINES;
      return placed && amount.form !== 'bare' && amountUnits(amount, context.locale) === units;
    });
  if (candidates.length === 0) return [];
  return [{ units, score: CLOSING_SCORE, candidates, phrase: 'closes the sum', link: neighbour.link }];
}

function merged(known: readonly RoleAmount[], found: readonly RoleAmount[]): RoleAmount[] {
  const fresh = found.filter(
    (amount) => !known.some((other) => other.units === amount.units && other.score >= amount.score),
  );
  const replaced = known.filter((amount) => !fresh.some((other) => other.units === amount.units));
  return [...replaced, ...fresh].sort((a, b) => b.score - a.score);
}
