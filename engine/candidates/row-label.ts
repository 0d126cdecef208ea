import { LANGUAGES } from '../languages/index.ts';
import { ROW_LABELS, type RowLabel } from '../languages/language.ts';
import { foldText, tokenise } from '../normalise/fold-text.ts';

export type { RowLabel } from '../languages/language.ts';

/** Maximum number of words in a label phrase. */
const LONGEST_PHRASE = 5;
/** A rate, a currency or a remark may follow a label; a longer text is a description that starts like a label. */
const MAX_WORDS_BEHIND = 4;

/** A longer line is prose or a row of many columns. */
const MAX_LABEL_TEXT = 120;
/** Words that may follow a label of one word: `Tax 15 % on`, `Netto EUR`. Other words make it an item's text. */
const CONNECTIVES: ReadonlySet<string> = new Set([
  ...LANGUAGES.flatMap(({ connectives }) => connectives ?? []),
  ...['eur', 'usd', 'gbp', 'chf', 'sgd', 'myr', 'rm', 'euro'],
]);

const LABEL_OF_PHRASE = indexPhrases();
const FIRST_WORDS: ReadonlySet<string> = new Set(
  [...LABEL_OF_PHRASE.keys()].map((phrase) => phrase.split(' ')[0] ?? ''),
);

function indexPhrases(): ReadonlyMap<string, RowLabel> {
  const index = new Map<string, RowLabel>();
  for (const label of ROW_LABELS) {
    for (const { rowLabels } of LANGUAGES) {
      for (const phrase of rowLabels?.[label] ?? []) if (!index.has(phrase)) index.set(phrase, label);
    }
  }
  return index;
}

/**
 * Returns the kind of row that a text starts like, or undefined for an item. A short phrase before a long text is not a
 * label (`Net curtain, white, 2 m` is an item). Single words for a carried sum (`Transport`, `Report`) also start
 * items, so nothing may follow them.
 */
export function rowLabel(text: string): RowLabel | undefined {
  if (text.length > MAX_LABEL_TEXT) return undefined;
  const tokens = tokenise(text)
    .map((token) => token.text)
    .filter((token) => token !== '#' && token !== '%');
  if (!FIRST_WORDS.has(tokens[0] ?? '')) return undefined;
  for (let length = Math.min(LONGEST_PHRASE, tokens.length); length > 0; length--) {
    const label = LABEL_OF_PHRASE.get(tokens.slice(0, length).join(' '));
    if (label === undefined) continue;
    const behind = tokens.slice(length).filter((token) => /\p{L}/u.test(token));
    return mayFollow(behind, length, label) ? label : undefined;
  }
  return undefined;
}

function mayFollow(behind: readonly string[], phraseLength: number, label: RowLabel): boolean {
  if (behind.length > MAX_WORDS_BEHIND) return false;
  if (phraseLength > 1 || label === 'charge') return true;
  return label === 'carry' ? behind.length === 0 : behind.every((word) => CONNECTIVES.has(word) || /\d/.test(word));
}

const TAX_WORD = /(?:^|[^\p{L}])(?:(?:sales|local)?tax|vat|gst|hst|pst|mwst|ust|tva|btw|iva|moms)(?!\p{L})/u;
const SUM_WORD = /^(?:sub|grand|amt|total|ttl)*(?:total|ttl)/u;

/**
 * The same for the narrow print of receipts, where words are joined: `TVA17,00%`, `State/LocalSalesTax`, `TOTALTVA`.
 */
export function receiptRowLabel(text: string): RowLabel | undefined {
  const label = rowLabel(text);
  if (label !== undefined) return label;
  const folded = foldText(text);
  const words = folded.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word));
  if (words.length > MAX_WORDS_BEHIND) return undefined;
  if (TAX_WORD.test(folded.replace(/([a-z])(tax)/g, '$1 $2'))) return 'total';
  return words.length <= 2 && words.some((word) => SUM_WORD.test(word)) ? 'total' : undefined;
}
