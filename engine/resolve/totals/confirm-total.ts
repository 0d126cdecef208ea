import { isKind } from '../../candidates/candidate.ts';
import { UNITS_PER_ONE, type Units } from '../../normalise/decimal.ts';
import type { Choices } from '../base/choice.ts';
import type { ResolveContext } from '../base/context.ts';
import { linkWeight } from '../base/link-weight.ts';
import { amountUnits } from '../base/locale.ts';
import { isSurelyRead, surestFirst } from '../printed/sure-reading.ts';
import { taxLineOf } from './receipt-tax.ts';
import type { Tender } from './tender.ts';
import type { RoleAmount } from './totals-candidates.ts';

/**
 * Confirms the total of a receipt by evidence beyond its label and the chain of sums: the payment, the rounding, the
 * tax line, a repeated total. No evidence counts while another printed amount could be the total.
 */

/** Minimum link score from a label to its amount. */
const CLEAR = 0.6;
/** Five and ten cent coins round by up to this; whole units by up to a half. */
const COIN_ROUNDING: Units = UNITS_PER_ONE / 20;
const UNIT_ROUNDING: Units = UNITS_PER_ONE / 2;
/** Payment methods without change: the amount paid is the amount due. Folded. */
const EXACT_PAYMENT =
  /visa|master|debit|credit|card|amex|eftpos|contactless|karte|carte|\bcb\b|tarjeta|bancomat|carta|\bpin\b|bankpas|multibanco|cartao|dankort|kort|kortti|kartou|karta/;
/** The tax of a line is its base times the rate, within one cent. */
const RATE_TOLERANCE: Units = UNITS_PER_ONE / 50;
const PERCENT = /(?<![\d.,])(\d{1,2}(?:[.,]\d{1,3})?)\s?%/g;

/**
 * `exact` is the total before rounding, if the chosen one is rounded. Cash and change that yield another sum cancel the
 * proof by the chain of sums.
 */
export function confirmReceiptTotal(
  choices: Choices,
  chosen: RoleAmount,
  exact: RoleAmount,
  tenders: readonly Tender[],
  context: ResolveContext,
): void {
  const choice = choices.get('total_amount');
  if (choice === undefined || choice.ambiguous || chosen.units <= 0 || !choice.rule.startsWith('label:')) return;
  if (tenders.some(({ total }) => total !== chosen.units)) {
    choices.set('total_amount', { ...choice, proof: false });
    return;
  }
  if (hasRival(chosen, exact, tenders, context)) return;
  const change = tenders.some(({ change: back }) => back > 0);
  const checks = [
    ...(change ? ['cash_less_change'] : []),
    ...(!change && isPaid(chosen, tenders, context) ? ['paid:total_amount'] : []),
    ...(chosen.units !== exact.units && isNamed(chosen, context) ? ['total_and_rounding'] : []),
    ...(hasTaxLine(exact, context) ? ['tax_of_total'] : []),
    ...(isRepeated(chosen, context) ? ['repeated:total_amount'] : []),
  ];
  if (checks.length === 0) return;
  const spans = surestFirst(chosen.candidates).slice(0, 1);
  choices.set('total_amount', { ...choice, spans, checks: [...new Set([...choice.checks, ...checks])], proof: true });
}

/**
 * True if a larger amount is printed that is not the cash given, or one so close that either could be the rounded
 * total.
 */
function hasRival(
  { units }: RoleAmount,
  exact: RoleAmount,
  tenders: readonly Tender[],
  context: ResolveContext,
): boolean {
  const known = new Set([units, exact.units, ...tenders.map(({ cash }) => cash)]);
  return amountsOf(context).some((amount) => {
    const apart = Math.abs(amount.units - units);
    const whole = amount.units % UNITS_PER_ONE === 0 || units % UNITS_PER_ONE === 0;
    return !known.has(amount.units) && (amount.units > units || apart <= (whole ? UNIT_ROUNDING : COIN_ROUNDING));
  });
}

function amountsOf(context: ResolveContext): readonly { readonly units: Units }[] {
  return context.pages
    .flatMap((page) => [...page.candidates.values()].flat().filter(isKind('amount')))
    .filter(({ form }) => form === 'decimal' || form === 'currency')
    .flatMap((amount) => {
      const units = amountUnits(amount, context.locale);
      return units === undefined ? [] : [{ units: Math.abs(units) }];
    });
}

/** Paid in full without change: by card, or in cash with zero change. */
function isPaid({ units, candidates }: RoleAmount, tenders: readonly Tender[], context: ResolveContext): boolean {
  if (tenders.length > 0) return true;
  const lines = new Set(candidates.map(({ segment }) => `${segment.page}:${segment.line}`));
  return (context.links.get('tendered') ?? []).some(
    ({ candidate, label, ...link }) =>
      candidate.kind === 'amount' &&
      linkWeight({ candidate, label, ...link }) >= CLEAR &&
      EXACT_PAYMENT.test(label.phrase) &&
      amountUnits(candidate, context.locale) === units &&
      isSurelyRead(candidate) &&
      !lines.has(`${candidate.segment.page}:${candidate.segment.line}`),
  );
}

/** True if a line of the tax table adds up to the total, and its tax is its base times a printed rate. */
function hasTaxLine(total: RoleAmount, context: ResolveContext): boolean {
  const line = taxLineOf(total, context);
  if (line === undefined) return false;
  return context.pages.some((page) =>
    page.layout.lines.some(({ segments }) =>
      segments.some(({ text }) =>
        [...text.matchAll(PERCENT)].some(([, rate = '']) => {
          const share = Number(rate.replace(',', '.')) / 100;
          return share > 0 && Math.abs(line.base.units * share - line.tax.units) <= RATE_TOLERANCE;
        }),
      ),
    ),
  );
}

/**
 * True if a label that means the total leads to one of its positions; otherwise the sum below a rounding may be one of
 * taxes.
 */
function isNamed({ candidates }: RoleAmount, context: ResolveContext): boolean {
  return TOTAL_LABELS.some((role) =>
    (context.links.get(role) ?? []).some(
      (link) => linkWeight(link) >= CLEAR && candidates.some((one) => one === link.candidate),
    ),
  );
}

const TOTAL_LABELS = ['total', 'amount_due'] as const;

/** True if printed under two different phrases for the total, on two lines, both read reliably. */
function isRepeated({ units }: RoleAmount, context: ResolveContext): boolean {
  const places = new Map<string, string>();
  for (const role of TOTAL_LABELS) {
    for (const link of context.links.get(role) ?? []) {
      const { candidate, label } = link;
      if (candidate.kind !== 'amount' || linkWeight(link) < CLEAR || link.relation === 'below') continue;
      if (amountUnits(candidate, context.locale) !== units || !isSurelyRead(candidate)) continue;
      places.set(label.phrase, `${candidate.segment.page}:${candidate.segment.line}`);
    }
  }
  return places.size > 1 && new Set(places.values()).size > 1;
}
