import type { Box, Evidence } from '#core/domain/result';
import type { ValueType } from './compare-value.ts';
import { canonicalAmount } from './compare-value.ts';

/** A word with its page, gold where the source has gold words, else as the reader found it. */
export interface PlacedWord {
  readonly text: string;
  readonly box: Box;
  /** From 1. */
  readonly page: number;
}

/** A value longer than this many words is not searched for. */
const MAX_WORDS = 40;

/**
 * Word-level F1 between the words under a value's evidence boxes and the place where the true value stands; the
 * best place when it stands at several. Undefined when the true value is not found as a run of words, so that
 * nothing is known about its place.
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

/** A word is under a box when the box covers most of it, or (a line read as one word) most of the box is in it. */
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

/** Every run of words, in reading order, that spells the value. */
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
        // A line of an address may open with a country's code that its value leaves out.
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
