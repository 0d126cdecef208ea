import { isWithinEdits, lettersForDigits } from '../normalise/near-text.ts';

/**
 * Labels as recognition spells them: `T0TAL`, `Ruunding`, `SUBTOTAI`. Only words of some length have near ones that are
 * no words of their own, so shorter ones are taken exactly, but for digits that stand for letters.
 */

/** From so many letters on one may be wrong, and from so many two (a word of nine keeps seven of its own). */
const ONE_EDIT_FROM = 5;
const TWO_EDITS_FROM = 9;

/** True when a recognised token may be this word of a label. Both are folded. */
export function isNearWord(token: string, word: string): boolean {
  if (token === word) return true;
  const letters = lettersForDigits(token);
  if (letters === word) return true;
  const most = word.length >= TWO_EDITS_FROM ? 2 : word.length >= ONE_EDIT_FROM ? 1 : 0;
  return most > 0 && isWithinEdits(letters, word, most);
}

/** Words by length, to look only at those that can be near. */
export function indexByLength(words: Iterable<string>): ReadonlyMap<number, readonly string[]> {
  const index = new Map<number, string[]>();
  for (const word of words) index.set(word.length, [...(index.get(word.length) ?? []), word]);
  return index;
}

/** The one word that a token is near to, or undefined where none or more than one is. */
export function nearestWord(token: string, index: ReadonlyMap<number, readonly string[]>): string | undefined {
  if (token.length < ONE_EDIT_FROM - 1) return undefined;
  const found = new Set<string>();
  for (let length = token.length - 2; length <= token.length + 2; length++) {
    for (const word of index.get(length) ?? []) if (isNearWord(token, word)) found.add(word);
  }
  const [only, ...more] = found;
  return more.length === 0 ? only : undefined;
}
