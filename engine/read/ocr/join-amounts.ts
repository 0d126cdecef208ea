import type { RecognisedWord } from './recogniser.ts';

/** Maximum gap around a decimal point, in line heights. */
const MAX_POINT_GAP = 0.8;

/**
 * Joins amounts that were split at a wide decimal point, as typewriters and till printers set it: `RM1.` and `40`, `36`
 * and `.00`, `9.5` and `0`. `lineHeight` and the boxes use the same unit. A joined word has the lower confidence of its
 * parts, and is `agreed` if both are.
 */
export function joinAmounts(words: readonly RecognisedWord[], lineHeight: number): readonly RecognisedWord[] {
  const joined: RecognisedWord[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const near = last !== undefined && word.box[0] - last.box[2] < MAX_POINT_GAP * lineHeight;
    if (last === undefined || !near || !goOn(last.text, word.text, joined.length === 1)) {
      joined.push(word);
      continue;
    }
    const { agreed, ...kept } = last;
    joined[joined.length - 1] = {
      ...kept,
      ...(agreed && word.agreed && { agreed }),
      text: last.text + word.text,
      box: [last.box[0], Math.min(last.box[1], word.box[1]), word.box[2], Math.max(last.box[3], word.box[3])],
      confidence: Math.min(last.confidence, word.confidence),
    };
  }
  return joined;
}

/** A decimal point never starts a word; after a point, the first word of a line may be an item number. */
function goOn(text: string, next: string, first: boolean): boolean {
  if (/^[.,]\d{2}(?!\d)/.test(next)) return /\d$/.test(text) && !/[.,]\d{1,2}$/.test(text);
  if (/\d[.,]\d$/.test(text)) return /^\d$/.test(next);
  return /\d[.,]$/.test(text) && /^\d{2}(?!\d)/.test(next) && (!first || /\p{L}/u.test(text));
}
