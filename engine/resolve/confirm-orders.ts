import { type AmountCandidate, isKind } from '../candidates/candidate.ts';
import type { Link } from '../candidates/links.ts';
import { formatUnits, toUnits, type Units } from '../normalise/decimal.ts';
import { type Choice, type Choices, choiceOf, MAX_ALTERNATIVES } from './base/choice.ts';
import type { ResolveContext } from './base/context.ts';
import { linkWeight } from './base/link-weight.ts';
import { amountUnits } from './base/locale.ts';
import { pricedRanges } from './rows/priced-ranges.ts';
import { SUM_CHECK } from './rows/row-values.ts';
import { isLargest } from './totals/sum-proof.ts';

/** Evidence inside airtime orders: gross less commission is net, and the lines cover the period of the order. */

/** Minimum score of the choice's own label. */
const CLEAR = 0.55;
/** Minimum link score of a label of the net amount or the commission. */
const NET_LABEL = 0.4;
/** Customary agency commission, in percent of the gross amount. */
const CUSTOMARY_COMMISSION = 15;
const CENT = 100;
/** Minimum number of lines, besides the label's own, that must cover the whole period. */
const LEAST_LINES = 2;

/**
 * Proves the gross amount if the rows add up to it, if net and commission do, or if the net amount is gross less the
 * customary commission. The gross amount of a part (a month, a station) passes the same checks, so no page may print a
 * larger amount.
 */
export function confirmGross(choices: Choices, context: ResolveContext, rowSum: Units | undefined): void {
  takeWholeGross(choices, context, rowSum);
  takeUnlabelledGross(choices, context, rowSum);
  const choice = choices.get('gross_amount');
  const gross = toUnits(choice?.value ?? '');
  if (choice === undefined || gross === undefined || gross <= 0 || choice.ambiguous || choice.score < CLEAR) return;
  if (!choice.rule.startsWith('label:') || !isLargest(gross, context)) return;
  const checks = [
    ...(gross === rowSum ? [SUM_CHECK] : []),
    ...(leavesNet(gross, context) ? ['gross_less_commission'] : []),
  ];
  if (checks.length > 0) choices.set('gross_amount', confirmed(choice, checks));
}

/**
 * One heading can cover the monthly amounts of an order and their sum. The order's gross is the amount that the rows or
 * the other amounts add up to.
 */
function takeWholeGross(choices: Choices, context: ResolveContext, rowSum: Units | undefined): void {
  const choice = choices.get('gross_amount');
  if (choice === undefined || !choice.rule.startsWith('label:') || choice.ambiguous) return;
  const byPlace = new Map<string, { units: Units; link: Link }>();
  for (const link of context.links.get('gross_amount') ?? []) {
    if (link.candidate.kind !== 'amount' || link.candidate.form === 'bare') continue;
    const units = amountUnits(link.candidate, context.locale);
    const { segment, start } = link.candidate;
    if (units !== undefined) byPlace.set(`${segment.page}:${segment.line}:${segment.place}:${start}`, { units, link });
  }
  const found = [...byPlace.values()];
  const largest = found.toSorted((a, b) => b.units - a.units)[0];
  if (largest === undefined || formatUnits(largest.units) === choice.value) return;
  const parts = found.filter(({ units, link }) => units < largest.units && link.label === largest.link.label);
  const sum = parts.reduce((total, { units }) => total + units, 0);
  if (largest.units !== rowSum && (parts.length < 2 || sum !== largest.units)) return;
  const { segment, start, end } = largest.link.candidate;
  choices.set('gross_amount', {
    ...choice,
    value: formatUnits(largest.units),
    spans: [{ segment, start, end }],
    alternatives: [{ value: choice.value, confidence: 0.4 }, ...choice.alternatives].slice(0, MAX_ALTERNATIVES),
  });
}

/** Score of a gross amount without a label: needs review, never proved. */
const UNLABELLED_GROSS = 0.72;

/**
 * Without a label, the sum of the rows is the gross amount of an order if that sum less the commission is printed too.
 */
function takeUnlabelledGross(choices: Choices, context: ResolveContext, rowSum: Units | undefined): void {
  if (rowSum === undefined || rowSum <= 0 || choices.has('gross_amount') || context.documentType === 'receipt') return;
  if (!isLargest(rowSum, context)) return;
  const net = (rowSum * (100 - CUSTOMARY_COMMISSION)) / 100;
  const amounts = context.pages
    .flatMap((page) => [...page.candidates.values()].flat().filter(isKind('amount')))
    .filter(({ form }) => form !== 'bare');
  const near = (wanted: Units) => (amount: AmountCandidate) =>
    Math.abs((amountUnits(amount, context.locale) ?? 0) - wanted) < CENT;
  const gross = amounts.findLast(near(rowSum));
  if (gross === undefined || !amounts.some(near(net)) || !amounts.some(near(rowSum - net))) return;
  choices.set(
    'gross_amount',
    choiceOf({
      value: formatUnits(rowSum),
      spans: [gross],
      score: UNLABELLED_GROSS,
      rule: 'sum:rows_less_commission',
      checks: [SUM_CHECK],
    }),
  );
}

function leavesNet(gross: Units, context: ResolveContext): boolean {
  const parts = new Set<Units>();
  for (const link of context.links.get('net_amount') ?? []) {
    if (link.candidate.kind !== 'amount' || linkWeight(link) < NET_LABEL) continue;
    const units = amountUnits(link.candidate, context.locale);
    if (units !== undefined && units !== 0) parts.add(Math.abs(units));
  }
  const customary = (gross * (100 - CUSTOMARY_COMMISSION)) / 100;
  return [...parts].some(
    (part) => (part !== gross - part && parts.has(gross - part)) || Math.abs(part - customary) < CENT,
  );
}

/**
 * The period of an order is proved when several of its lines cover exactly this period. A line that extends more than
 * a week beyond it contradicts it.
 */
export function confirmPeriod(choices: Choices, context: ResolveContext): void {
  const start = choices.get('service_start_date');
  const end = choices.get('service_end_date');
  if (start === undefined || end === undefined || start.ambiguous || end.ambiguous) return;
  if (!start.rule.startsWith('label:') || start.score < CLEAR || end.score < CLEAR) return;
  const own = new Set([...start.spans, ...end.spans].map(({ segment }) => `${segment.page}:${segment.line}`));
  let whole = 0;
  for (const { place, from, to, amounts } of pricedRanges(context)) {
    // A line with the largest amount of all is the total over the order's billing months.
    if (own.has(place) || amounts.some((amount) => isLargest(amount, context))) continue;
    if (from === start.value && to === end.value) whole += 1;
    // A billing month that contains the whole period is no evidence about it.
    const holds = from <= start.value && to >= end.value;
    const beyond = from < shifted(start.value, -DAYS_OF_WEEK) || to > shifted(end.value, DAYS_OF_WEEK);
    if (beyond && (!holds || from === start.value || to === end.value)) return;
  }
  if (whole < LEAST_LINES) return;
  choices.set('service_start_date', confirmed(start, ['lines_of_period']));
  choices.set('service_end_date', confirmed(end, ['lines_of_period']));
}

const DAYS_OF_WEEK = 7;
const MS_PER_DAY = 86_400_000;

function shifted(date: string, days: number): string {
  return new Date(Date.parse(date) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

function confirmed(choice: Choice, checks: readonly string[]): Choice {
  return { ...choice, checks: [...new Set([...choice.checks, ...checks])], proof: true };
}
