import type { Box, Evidence } from '#core/domain/result';
import type { ValueType } from './compare-value.ts';
import { canonicalAmount } from './compare-value.ts';

/** A word with its page: a gold word where the source has them, else as read by the engine. */
export interface PlacedWord {
  readonly text: string;
  readonly box: Box;
  /** From 1. */
  readonly page: number;
}

/** Longest value, in words, that is searched for. */
const MAX_WORDS = 40;

/**
 * Word-level F1 between the words under a value's evidence boxes and the words of the true value; the best match if it
 * occurs at several places. Undefined if the true value is not found as a run of words.
 */
export function judgeGrounding(
  type: ValueType,
  expected: string,
  evidence: readonly Evidence[],
  words: readonly PlacedWord[],
): number | undefined {
  const places = findPlaces(type, expected, words);
  if (places.length === 0) return undefined;
  const marked = new Set<number>();
  words.forEach((word, index) => {
    if (evidence.some((item) => covers(item, word))) marked.add(index);
  });
  let best = 0;
  for (const place of places) {
    const shared = place.filter((index) => marked.has(index)).length;
    best = Math.max(best, (2 * shared) / (marked.size + place.length));
  }
  return best;
}

/**
 * A word is under a box if the box covers most of it, or, for a line read as one word, if it covers most of the box.
 */
function covers(evidence: Evidence, word: PlacedWord): boolean {
  if (evidence.box === null || evidence.page !== word.page) return false;
  const [x0, y0, x1, y1] = evidence.box;
  const [a0, b0, a1, b1] = word.box;
  const overlap = Math.max(0, Math.min(x1, a1) - Math.max(x0, a0)) * Math.max(0, Math.min(y1, b1) - Math.max(y0, b0));
  const wordArea = Math.max((a1 - a0) * (b1 - b0), Number.EPSILON);
  const boxArea = Math.max((x1 - x0) * (y1 - y0), Number.EPSILON);
  return overlap > 0.5 * Math.min(wordArea, boxArea);
}

const COUNTRY_CODE = /^[A-Z]{1,3}-?$/;

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Finds every run of words, in reading order, that spells the value. */
function findPlaces(type: ValueType, expected: string, words: readonly PlacedWord[]): number[][] {
  if (type === 'amount') {
    const wanted = canonicalAmount(expected);
    return words.flatMap((word, index) =>
      /\d/.test(word.text) && canonicalAmount(word.text) === wanted ? [[index]] : [],
    );
  }
  const wanted = letters(expected);
  if (wanted === '') return [];
  const places: number[][] = [];
  for (let start = 0; start < words.length; start++) {
    let spelled = '';
    const run: number[] = [];
    for (let at = start; at < words.length && run.length < MAX_WORDS; at++) {
      const word = words[at];
      if (!word || word.page !== words[start]?.page) break;
      const more = letters(word.text);
      if (!wanted.startsWith(spelled + more)) {
        // A line of an address may begin with a country code that its value omits.
        if (type === 'address' && COUNTRY_CODE.test(word.text) && run.length > 0) continue;
        break;
      }
      spelled += more;
      run.push(at);
      if (spelled === wanted) {
        places.push(run.filter((index) => letters(words[index]?.text ?? '') !== ''));
        break;
      }
    }
  }
  return places;
}
