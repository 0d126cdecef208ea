import { type AmountCandidate, isKind } from '../../candidates/candidate.ts';
import { formatUnits, type Units } from '../../normalise/decimal.ts';
import { type Choice, choiceOf } from '../base/choice.ts';
import type { ResolveContext } from '../base/context.ts';
import { amountUnits } from '../base/locale.ts';

/**
 * Finds the gross amount of an airtime order without a known label: an amount whose customary commission and net are
 * also printed, or that a column of amounts adds up to. The result always needs review.
 */

/** Customary agency commission, in percent of the gross amount (trade practice in North America). */
const CUSTOMARY_COMMISSION = 15;
/** Scores by evidence: both parts and the column; both parts; one part and the column; the column alone. */
const SCORES = { all: 0.89, parts: 0.85, partAndColumn: 0.85, column: 0.6 } as const;
const CENT = 100;
/** Fewer lines of a column may add up to another amount by chance. */
const LEAST_LINES = 2;

interface Printed {
  readonly candidate: AmountCandidate;
  readonly units: Units;
}

export function grossByStructure(context: ResolveContext): Choice | undefined {
  const printed = printedAmounts(context);
  const sums = columnSums(printed);
  const has = (wanted: Units, except: Units) =>
    printed.some(({ units }) => units !== except && Math.abs(units - wanted) <= CENT);
  const scored = new Map<Units, { score: number; candidate: AmountCandidate }>();
  for (const { units, candidate } of printed) {
    if (units <= 0) continue;
    const commission = (units * CUSTOMARY_COMMISSION) / 100;
    const parts = Number(has(commission, units)) + Number(has(units - commission, units));
    const score = scoreOf(parts, sums.has(units));
    if (score !== undefined) scored.set(units, { score, candidate });
  }
  // Commission and net may also be printed per line; the total of the order is the largest match.
  const [best, ...rest] = [...scored].sort(([a], [b]) => b - a);
  if (best === undefined) return undefined;
  const [units, { score, candidate }] = best;
  return choiceOf({
    value: formatUnits(units),
    spans: [candidate],
    score,
    measured: score,
    rule: 'sum:commission_or_column',
    alternatives: rest.slice(0, 1).map(([other]) => ({ value: formatUnits(other), confidence: 0.2 })),
  });
}

function scoreOf(parts: number, isColumn: boolean): number | undefined {
  if (parts === 2) return isColumn ? SCORES.all : SCORES.parts;
  if (!isColumn) return undefined;
  return parts === 1 ? SCORES.partAndColumn : SCORES.column;
}

function printedAmounts(context: ResolveContext): readonly Printed[] {
  return context.pages
    .flatMap((page) => [...page.candidates.values()].flat().filter(isKind('amount')))
    .filter(({ form }) => form !== 'bare')
    .flatMap((candidate) => {
      const units = amountUnits(candidate, context.locale);
      return units === undefined ? [] : [{ candidate, units: Math.abs(units) }];
    });
}

/** Sums of the columns of right-aligned figures; a column may include its own sum below its lines. */
function columnSums(printed: readonly Printed[]): ReadonlySet<Units> {
  const sums = new Set<Units>();
  const columns: Printed[][] = [];
  for (const one of printed) {
    const right = one.candidate.segment.box[2];
    const own = columns.find(
      (column) => Math.abs((column[0]?.candidate.segment.box[2] ?? 0) - right) < one.candidate.segment.size / 2,
    );
    if (own === undefined) columns.push([one]);
    else own.push(one);
  }
  for (const column of columns) {
    let sum = 0;
    column.forEach(({ units }, index) => {
      if (index >= LEAST_LINES && units === sum) sums.add(units);
      sum += units;
    });
    if (column.length >= LEAST_LINES) sums.add(sum);
    // The first amount of a column may be a sum printed above its lines.
    const [first, ...lines] = column;
    if (
      first !== undefined &&
      lines.length >= LEAST_LINES &&
      lines.reduce((all, { units }) => all + units, 0) === first.units
    )
      sums.add(first.units);
  }
  return sums;
}
