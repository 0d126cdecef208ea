import type { AmountCandidate } from '../../candidates/candidate.ts';
import { isKind } from '../../candidates/candidate.ts';
import type { Units } from '../../normalise/decimal.ts';
import type { ResolveContext } from '../base/context.ts';
import { amountUnits } from '../base/locale.ts';

/**
 * Cash and change whose words could not be read: two amounts on lines that follow each other, whose difference is
 * printed above them. Says only which amount was likely paid; it is no proof of it.
 */

/** A sum that was paid: its places above the two amounts it is the difference of. */
export interface PaidSum {
  readonly units: Units;
  readonly candidates: readonly AmountCandidate[];
}

/** Change stands within so many lines of the cash. */
const MAX_LINES_APART = 2;
/** A sum is printed as an item, a sub-total or a total before it is paid: once may be chance. */
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
