import { isWithinEdits, lettersForDigits } from '../normalise/near-text.ts';

/**
 * Matches labels despite OCR errors: `T0TAL`, `Ruunding`, `SUBTOTAI`. Variants of short words may be other words, so
 * short words must match exactly except for digits read in place of letters.
 */

/** Minimum lengths for one wrong letter, and for two (a word of nine keeps seven of its own). */
const ONE_EDIT_FROM = 5;
const TWO_EDITS_FROM = 9;

/** True if a recognised token may be this word of a label. Both are folded. */
export function isNearWord(token: string, word: string): boolean {
  if (token === word) return true;
  const letters = lettersForDigits(token);
  if (letters === word) return true;
  const most = word.length >= TWO_EDITS_FROM ? 2 : word.length >= ONE_EDIT_FROM ? 1 : 0;
  return most > 0 && isWithinEdits(letters, word, most);
}

/** Groups words by length, so that only possible matches are compared. */
export function indexByLength(words: Iterable<string>): ReadonlyMap<number, readonly string[]> {
  const index = new Map<number, string[]>();
  for (const word of words) index.set(word.length, [...(index.get(word.length) ?? []), word]);
  return index;
}

/** The only word within reach of a token; undefined if there is none or more than one. */
export function nearestWord(token: string, index: ReadonlyMap<number, readonly string[]>): string | undefined {
  if (token.length < ONE_EDIT_FROM - 1) return undefined;
  const found = new Set<string>();
  for (let length = token.length - 2; length <= token.length + 2; length++) {
    for (const word of index.get(length) ?? []) if (isNearWord(token, word)) found.add(word);
  }
  const [only, ...more] = found;
  return more.length === 0 ? only : undefined;
}
