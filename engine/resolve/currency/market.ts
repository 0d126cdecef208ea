import { isKind } from '../../candidates/candidate.ts';
import { COUNTRY_SIGNS } from '../../candidates/country-signs.data.ts';
import { CURRENCY_OF_COUNTRY } from '../../candidates/currency.data.ts';
import { foldText } from '../../normalise/fold-text.ts';
import { isIban } from '../../validate/iban.ts';
import type { ResolveContext } from '../base/context.ts';
import { MARKET_OF_LANGUAGE, MARKET_SIGNS } from './market-signs.data.ts';

/**
 * Narrows the currencies that share a printed sign to the countries found in addresses, telephone codes, tax numbers,
 * legal forms and bank accounts. Falls back to the language when none is found.
 */
export function marketsOf(shared: readonly string[], context: ResolveContext): readonly string[] {
  const found = marketsInText(shared, textOf(context));
  const candidates = context.pages.flatMap((page) => [...page.candidates.values()].flat());
  const prefixes = [
    ...candidates.filter(isKind('iban')).filter(({ value }) => isIban(value)),
    ...candidates.filter(isKind('tax_id')),
  ].map(({ value }) => CURRENCY_OF_COUNTRY.get(value.slice(0, 2)) ?? '');
  const spoken = shared.filter((code) => found.includes(code) || prefixes.includes(code));
  if (spoken.length > 0) return spoken;
  const ofLanguage = MARKET_OF_LANGUAGE[context.language ?? ''] ?? [];
  return shared.filter((code) => ofLanguage.includes(code));
}

/** The same for a piece of text, such as the address of the vendor. */
export function marketsInText(shared: readonly string[], text: string): readonly string[] {
  const folded = foldText(text);
  return shared.filter((code) =>
    [COUNTRY_SIGNS, MARKET_SIGNS].some((signs) =>
      signs.some(({ currency, sign }) => currency === code && sign.test(folded)),
    ),
  );
}

/** Text of the first and the last page, which hold the head and the foot. */
function textOf({ pages }: ResolveContext): string {
  const outer = pages.length > 1 ? [pages[0], pages.at(-1)] : pages;
  return outer
    .flatMap((page) => page?.layout.lines ?? [])
    .flatMap(({ segments }) => segments.map(({ text }) => text))
    .join('\n');
}
