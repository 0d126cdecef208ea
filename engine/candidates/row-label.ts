import { tokenise } from '../normalise/fold-text.ts';
import { ROW_LABELS, type RowLabel } from './row-labels.data.ts';

export type { RowLabel } from './row-labels.data.ts';

const ORDER: readonly RowLabel[] = ['carry', 'subtotal', 'total', 'charge'];
/** A label phrase is at most so many words long. */
const LONGEST_PHRASE = 5;
/** Behind a label may follow a rate, a currency, a remark; a longer text is a description that begins like a label. */
const MAX_WORDS_BEHIND = 4;

const LABEL_OF_PHRASE = indexPhrases();

function indexPhrases(): ReadonlyMap<string, RowLabel> {
  const index = new Map<string, RowLabel>();
  for (const label of ORDER) {
    for (const phrase of ROW_LABELS[label].split('|')) if (!index.has(phrase)) index.set(phrase, label);
  }
  return index;
}

/**
 * What kind of row a text begins like, or undefined for an item. A short phrase before a long text is not taken for
 * a label (`Net curtain, white, 2 m` is an item).
 */
export function rowLabel(text: string): RowLabel | undefined {
  const tokens = tokenise(text)
    .map((token) => token.text)
    .filter((token) => token !== '#' && token !== '%');
  for (let length = Math.min(LONGEST_PHRASE, tokens.length); length > 0; length--) {
    const label = LABEL_OF_PHRASE.get(tokens.slice(0, length).join(' '));
    if (label === undefined) continue;
    const behind = tokens.slice(length).filter((token) => /\p{L}/u.test(token));
    return behind.length <= MAX_WORDS_BEHIND ? label : undefined;
  }
  return undefined;
}
