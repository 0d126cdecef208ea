import { LANGUAGES } from '../languages/index.ts';
import type { PageLayout } from '../layout/lines.ts';
import { tokenise } from '../normalise/fold-text.ts';

/** Captions of the seller and of the buyer, each alone on a line or above a column. */
export function namesBothSides(layout: PageLayout | undefined): boolean {
  const texts = new Set(layout?.lines.flatMap(({ segments }) => segments.map(({ text }) => phraseOf(text))) ?? []);
  return [SELLER_CAPTIONS, BUYER_CAPTIONS].every((captions) => captions.some((caption) => texts.has(caption)));
}

const phraseOf = (text: string): string =>
  tokenise(text)
    .map((token) => token.text)
    .join(' ');
const SELLER_CAPTIONS = LANGUAGES.flatMap(({ labels }) => labels?.vendor ?? []).filter(isCaption);
const BUYER_CAPTIONS = LANGUAGES.flatMap(({ labels }) => labels?.customer ?? []).filter(isCaption);

/** Phrases with a mark match only in certain places. */
function isCaption(phrase: string): boolean {
  return /^\p{L}/u.test(phrase);
}
