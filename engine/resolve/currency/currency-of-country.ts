import { COUNTRY_SIGNS } from '../../candidates/country-signs.data.ts';
import type { Segment } from '../../layout/lines.ts';
import { foldText } from '../../normalise/fold-text.ts';
import type { Choice } from '../base/choice.ts';
import type { ResolveContext } from '../base/context.ts';

/**
 * Infers the currency of a receipt that prints none from the country in its head and foot, since tills take the
 * currency of their country. The value is not printed, so it always needs review.
 */

/** Below `supported`, however many signs agree. */
const SCORE = 0.64;

export function currencyOfCountry(context: ResolveContext): Choice | undefined {
  const places = signsOfCountries(context);
  const [first, second] = [...places].toSorted(([, a], [, b]) => b.length - a.length);
  // Two countries with equally many signs: a chain's home and the shop's country, or a word that is also a name.
  if (first === undefined || first[1].length === second?.[1].length) return undefined;
  const [value, segments] = first;
  return {
    value,
    spans: segments.slice(0, 2).map((segment) => ({ segment, start: 0, end: segment.words.length })),
    score: SCORE,
    rule: 'currency:country',
    alternatives: second === undefined ? [] : [{ value: second[0], confidence: 0.2 }],
    checks: [],
    proof: false,
    // Inferred, not read: always needs review.
    ambiguous: true,
  };
}

/** Currencies of the countries mentioned on the first page, each with the places that mention them. */
export function signsOfCountries(context: ResolveContext): ReadonlyMap<string, readonly Segment[]> {
  const places = new Map<string, Segment[]>();
  for (const line of context.pages[0]?.layout.lines ?? []) {
    for (const segment of line.segments) {
      const folded = foldText(segment.text);
      for (const { currency, sign } of COUNTRY_SIGNS)
        if (sign.test(folded)) places.set(currency, [...(places.get(currency) ?? []), segment]);
    }
  }
  return places;
}
