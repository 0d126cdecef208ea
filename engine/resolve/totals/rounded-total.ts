import type { AmountCandidate } from '../../candidates/candidate.ts';
import { isKind } from '../../candidates/candidate.ts';
import { UNITS_PER_ONE, type Units } from '../../normalise/decimal.ts';
import type { ResolveContext } from '../base/context.ts';
import { linkWeight } from '../base/link-weight.ts';
import { amountUnits } from '../base/locale.ts';
import type { RoleAmount } from './totals-candidates.ts';

/**
 * In countries without the smallest coins, tills print the sum, the rounding and the rounded sum that is paid. The
 * rounded one is the total, whatever its label: `Total sales 28.03`, `Rounding 0.02`, `Net 28.05`. The exact sum is the
 * total only if it is labelled plainly `Total` and the rounded one is not.
 */

/** Cash is rounded to at most ten cents: half of that either way; a krone or a franc by a half. */
const MAX_ROUNDING: Units = UNITS_PER_ONE / 2;
/** The rounded sum is at most this many lines after the rounding. */
const MAX_LINES_AFTER = 6;
/** An unrounded sum within this many lines below the rounding repeats the total; further down it is a tax base. */
const MAX_LINES_AGAIN = 3;
const ROUNDING_FLOOR = 0.5;

/** Returns the rounded sum of a total, if it is printed below the rounding and the total itself is not. */
export function roundedTotal(total: RoleAmount, context: ResolveContext): RoleAmount | undefined {
  for (const link of context.links.get('rounding') ?? []) {
    if (link.candidate.kind !== 'amount' || linkWeight(link) < ROUNDING_FLOOR) continue;
    const by = amountUnits(link.candidate, context.locale);
    if (by === undefined || by === 0 || Math.abs(by) > MAX_ROUNDING || Math.abs(by) >= Math.abs(total.units)) continue;
    const { segment } = link.label;
    const under = amountsUnder(segment.page, segment.line, context);
    const again = under.some(
      ({ units, candidate }) => units === total.units && candidate.segment.line - segment.line <= MAX_LINES_AGAIN,
    );
    if (again) continue;
    // Some tills print the size of the rounding but not its sign; the printed sum decides.
    const found = [by, -by]
      .map((signed) => total.units + signed)
      .find((units) => under.some((one) => one.units === units));
    if (found === undefined) continue;
    const candidates = under.filter(({ units }) => units === found).map(({ candidate }) => candidate);
    if (total.phrase === PLAIN_TOTAL && !isNamedTotal(candidates, context)) continue;
    return { ...total, units: found, candidates, phrase: 'total and rounding' };
  }
  return undefined;
}

const PLAIN_TOTAL = 'total';

function isNamedTotal(candidates: readonly AmountCandidate[], context: ResolveContext): boolean {
  return (context.links.get('total') ?? []).some(
    ({ candidate, label, relation }) =>
      relation !== 'below' && label.phrase.includes(PLAIN_TOTAL) && candidates.some((one) => one === candidate),
  );
}

function amountsUnder(
  page: number,
  line: number,
  context: ResolveContext,
): { units: Units; candidate: AmountCandidate }[] {
  const found: { units: Units; candidate: AmountCandidate }[] = [];
  for (const [segment, candidates] of context.pages[page - 1]?.candidates ?? []) {
    if (segment.line <= line || segment.line > line + MAX_LINES_AFTER) continue;
    for (const candidate of candidates.filter(isKind('amount'))) {
      const units = candidate.form === 'bare' ? undefined : amountUnits(candidate, context.locale);
      if (units !== undefined) found.push({ units, candidate });
    }
  }
  return found;
}
