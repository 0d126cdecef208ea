import type { RecognisedWord } from './recogniser.ts';

/** Around a decimal point, in heights of the line. */
const MAX_POINT_GAP = 0.8;

/**
 * Amounts put together that fell apart at their point, as typewriters and till printers set it wide: `RM1.` and `40`,
 * `36` and `.00`, `9.5` and `0`. `lineHeight` and the boxes are in the same unit. A joined word is as sure as its less
 * sure part, and agreed where both are.
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

/** A point never opens a word; behind a point the first word of a line may be the number of an item. */
function goOn(text: string, next: string, first: boolean): boolean {
  if (/^[.,]\d{2}(?!\d)/.test(next)) return /\d$/.test(text) && !/[.,]\d{1,2}$/.test(text);
  if (/\d[.,]\d$/.test(text)) return /^\d$/.test(next);
  return /\d[.,]$/.test(text) && /^\d{2}(?!\d)/.test(next) && (!first || /\p{L}/u.test(text));
}
