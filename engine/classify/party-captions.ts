import { LANGUAGES } from '../languages/index.ts';
import type { PageLayout } from '../layout/lines.ts';
import { tokenise } from '../normalise/fold-text.ts';

/** Captions of the number and of the day of an order, and none of an invoice. */
export function namesAnOrder(layout: PageLayout | undefined): boolean {
  const texts = layout?.lines.flatMap(({ segments }) => segments.map(({ text }) => phraseOf(captionOf(text)))) ?? [];
  const names = (captions: ReadonlySet<string>) => texts.some((text) => captions.has(text));
  return names(ORDER_NUMBERS) && names(ORDER_DATES) && !names(INVOICE_NUMBERS);
}

const captionOf = (text: string): string => text.split(/[:：#]/, 1)[0] ?? '';

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

const captionsOf = (role: 'order_number' | 'order_date' | 'invoice_number'): ReadonlySet<string> =>
  new Set(LANGUAGES.flatMap(({ labels }) => labels?.[role] ?? []).filter(isCaption));
const ORDER_NUMBERS = captionsOf('order_number');
const ORDER_DATES = captionsOf('order_date');
const INVOICE_NUMBERS = captionsOf('invoice_number');
