import type { AmountCandidate } from '../../candidates/candidate.ts';
import { isKind } from '../../candidates/candidate.ts';
import type { Units } from '../../normalise/decimal.ts';
import type { ResolveContext } from '../base/context.ts';
import { amountUnits } from '../base/locale.ts';

/**
 * Finds cash and change with unreadable labels: two amounts on nearby lines whose difference is printed above them.
 * Only suggests the amount paid; proves nothing.
 */

/** A sum that was paid: its positions above the two amounts whose difference it is. */
export interface PaidSum {
  readonly units: Units;
  readonly candidates: readonly AmountCandidate[];
}

/** Maximum number of lines between cash and change. */
const MAX_LINES_APART = 2;
/** Before payment, a sum is printed as an item, a sub-total or a total: a single occurrence may be chance. */
const MIN_PRINTS = 2;

export function findPaidSums(context: ResolveContext): readonly PaidSum[] {
  const page = context.pages[0];
  if (page === undefined || context.documentType !== 'receipt') return [];
  const printed = [...page.candidates.values()]
    .flat()
    .filter(isKind('amount'))
    .flatMap((candidate) => {
      const units = candidate.form === 'bare' ? undefined : amountUnits(candidate, context.locale);
      return units === undefined || units === 0
        ? []
        : [{ candidate, units: Math.abs(units), line: candidate.segment.line }];
    });
  const sums = new Map<Units, PaidSum>();
  for (const given of printed) {
    for (const back of printed) {
      const apart = back.line - given.line;
      if (apart < 1 || apart > MAX_LINES_APART || back.units >= given.units) continue;
      const units = given.units - back.units;
      const above = printed.filter((one) => one.units === units && one.line < given.line);
      if (above.length >= MIN_PRINTS) sums.set(units, { units, candidates: above.map((one) => one.candidate) });
    }
  }
  return [...sums.values()];
}
