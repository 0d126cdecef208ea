import type { AmountCandidate } from '../../candidates/candidate.ts';
import { isKind } from '../../candidates/candidate.ts';
import type { Units } from '../../normalise/decimal.ts';
import { standInOrder } from '../../normalise/stand-in-order.ts';
import type { ResolveContext } from '../base/context.ts';
import { amountUnits } from '../base/locale.ts';
import type { RoleAmount, RoleAmounts } from './totals-candidates.ts';

/**
 * The tax of a receipt whose prices hold it: no sum of the receipt closes with it. A line of the table of taxes says it
 * (base and tax add up to the total), or a label leads to it. Read, never proved: the sums do not need it.
 */

/** The base and the tax of one line of a table of taxes. */
export interface TaxLine {
  readonly base: RoleAmount;
  readonly tax: RoleAmount;
}

/** No sales tax in use is more than this share of the base (Hungary 27 %). */
const MAX_RATE = 0.3;
/** A sum that two amounts of one line close is read about as well as a labelled one. */
const TABLE_SCORE = 0.72;
/** The label of a held tax must lead to it at least this clearly. */
const LABELLED = 0.6;

/** The line whose base and tax add up to the total; undefined where none does, or two say different things. */
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

/** The labelled tax that a total may hold. */
export function heldTax(total: RoleAmount, roles: RoleAmounts): RoleAmount | undefined {
  return roles.tax.find(
    ({ units, score }) => score >= LABELLED && units > 0 && units <= (total.units * MAX_RATE) / (1 + MAX_RATE),
  );
}

/** `TOTAL INCLUDES GST  3.98`: said of a total by some tills and of the tax by others. */
const INCLUDES_TAX = [/\binclu\w*/, /\b(?:gst|vat|tax|sst|hst)\b/] as const;
/** A sum of the receipt must lead to its amount at least this clearly to tell the two apart. */
const KNOWN_SUM = 0.6;

/** The roles again, with a "total" that is but a share of another labelled sum taken for the tax it includes. */
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
