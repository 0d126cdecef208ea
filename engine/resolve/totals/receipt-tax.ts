import type { AmountCandidate } from '../../candidates/candidate.ts';
import { isKind } from '../../candidates/candidate.ts';
import type { Units } from '../../normalise/decimal.ts';
import { standInOrder } from '../../normalise/stand-in-order.ts';
import type { ResolveContext } from '../base/context.ts';
import { amountUnits } from '../base/locale.ts';
import type { RoleAmount, RoleAmounts } from './totals-candidates.ts';

/**
 * Finds the tax of a receipt with tax-inclusive prices, where no sum includes it: from a line of the tax table (base
 * and tax add up to the total), or from a label. Never proved, because no sum depends on it.
 */

/** Base and tax of one line of a tax table. */
export interface TaxLine {
  readonly base: RoleAmount;
  readonly tax: RoleAmount;
}

/** Highest sales tax rate in use (Hungary 27 %), rounded up. */
const MAX_RATE = 0.3;
/** Two amounts of one line that add up to the total are about as reliable as a label. */
const TABLE_SCORE = 0.72;
/** Minimum link score of the label of an included tax. */
const LABELLED = 0.6;

/** Returns the line whose base and tax add up to the total; undefined if there is none, or if two lines differ. */
export function taxLineOf(total: RoleAmount, context: ResolveContext): TaxLine | undefined {
  const found = context.pages.flatMap((page) =>
    page.layout.lines.flatMap(({ segments }) => {
      const amounts = segments.flatMap((segment) => page.candidates.get(segment) ?? []).filter(isKind('amount'));
      const decimals = amounts.filter(({ form }) => form === 'decimal');
      return decimals.flatMap((base) => decimals.flatMap((tax) => toTaxLine(base, tax, total, context)));
    }),
  );
  const [first, ...others] = found;
  return others.every(({ tax }) => tax.units === first?.tax.units) ? first : undefined;
}

function toTaxLine(
  base: AmountCandidate,
  tax: AmountCandidate,
  total: RoleAmount,
  context: ResolveContext,
): readonly TaxLine[] {
  const [baseUnits, taxUnits] = [amountUnits(base, context.locale), amountUnits(tax, context.locale)];
  if (baseUnits === undefined || taxUnits === undefined || baseUnits + taxUnits !== total.units) return [];
  if (taxUnits <= 0 || taxUnits > MAX_RATE * baseUnits) return [];
  const amount = (units: Units, candidate: AmountCandidate): RoleAmount => ({
    units,
    score: TABLE_SCORE,
    candidates: [candidate],
    phrase: 'line of taxes',
    link: total.link,
  });
  return [{ base: amount(baseUnits, base), tax: amount(taxUnits, tax) }];
}

/** The labelled tax that may be included in a total. */
export function heldTax(total: RoleAmount, roles: RoleAmounts): RoleAmount | undefined {
  return roles.tax.find(
    ({ units, score }) => score >= LABELLED && units > 0 && units <= (total.units * MAX_RATE) / (1 + MAX_RATE),
  );
}

/** `TOTAL INCLUDES GST  3.98`: some tills print this for the total, others for the tax. */
const INCLUDES_TAX = [/\binclu\w*/, /\b(?:gst|vat|tax|sst|hst)\b/] as const;
/** Minimum link score of another sum on the receipt to distinguish the two. */
const KNOWN_SUM = 0.6;

/** Returns the roles with a "total" that is only a fraction of another labelled sum treated as the included tax. */
export function withIncludedTax(roles: RoleAmounts, context: ResolveContext): RoleAmounts {
  if (context.documentType !== 'receipt') return roles;
  const sums = [...roles.total, ...roles.subtotal, ...roles.amount_due].filter(({ score }) => score >= KNOWN_SUM);
  const held = roles.total.filter(
    ({ phrase, units }) =>
      standInOrder(phrase, INCLUDES_TAX) &&
      units > 0 &&
      sums.some((sum) => units <= (sum.units * MAX_RATE) / (1 + MAX_RATE)),
  );
  if (held.length === 0) return roles;
  const tax = [...roles.tax, ...held].toSorted((a, b) => b.score - a.score);
  return { ...roles, total: roles.total.filter((amount) => !held.includes(amount)), tax };
}
