import { type DateCandidate, isKind } from '../../candidates/candidate.ts';
import type { Units } from '../../normalise/decimal.ts';
import type { ResolveContext } from '../base/context.ts';
import { amountUnits, dateValue } from '../base/locale.ts';

export interface PricedRange {
  /** Page and line. */
  readonly place: string;
  readonly dates: readonly [DateCandidate, DateCandidate];
  /** ISO 8601. */
  readonly from: string;
  readonly to: string;
  /** Amounts of money in the line. */
  readonly amounts: readonly Units[];
}

/** Two adjacent dates in a line that also prints money: an item of an order with its run dates. */
export function pricedRanges(context: ResolveContext): readonly PricedRange[] {
  return context.pages.flatMap((page) =>
    page.layout.lines.flatMap((line, index) => {
      const found = line.segments.flatMap((segment) => page.candidates.get(segment) ?? []);
      const amounts = found
        .filter(isKind('amount'))
        .filter(({ form }) => form !== 'bare')
        .flatMap((amount) => amountUnits(amount, context.locale) ?? []);
      const [first, second, third] = found.filter(isKind('date'));
      if (amounts.length === 0 || first === undefined || second === undefined || third !== undefined) return [];
      const [from, to] = [dateValue(first, context.locale)?.value, dateValue(second, context.locale)?.value];
      if (from === undefined || to === undefined || from > to) return [];
      return [{ place: `${page.layout.page.page}:${index}`, dates: [first, second] as const, from, to, amounts }];
    }),
  );
}
