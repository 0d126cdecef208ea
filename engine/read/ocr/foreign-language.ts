import { RECOGNISED_LANGUAGES, type RecognisedLanguage } from '#engine/model';
import { foldText } from '#engine/normalise/fold-text';
import { languagesOfWord } from '#engine/normalise/language-words';
import type { RecognisedWord } from './recogniser.ts';

/** Different frequent words of a language alone that make it evident; one of two languages counts half for each. */
const MIN_WORDS = 4;
/** Single letters are initials, sizes and tax classes rather than words. */
const MIN_LETTERS = 2;
/** By how much it must be ahead of English, in which a page is read first. */
const AHEAD_OF_ENGLISH = 2;
/** Less certain words are as likely dirt as a short word of some language. */
const LEAST_CERTAINTY = 0.5;

/**
 * The language, other than English, that words read as English are evidently in: most of its short frequent words have no
 * accents, or lose them in a way that can be told. Undefined where none is, or it is one that cannot be recognised.
 */
export function foreignLanguage(
  words: readonly Pick<RecognisedWord, 'text' | 'confidence'>[],
): RecognisedLanguage | undefined {
  const scores = new Map<string, number>();
  const sure = words.filter(({ confidence }) => confidence >= LEAST_CERTAINTY);
  for (const text of new Set(sure.map((word) => foldText(word.text)))) {
    if (text.length < MIN_LETTERS) continue;
    const languages = languagesOfWord(text);
    for (const language of languages) scores.set(language, (scores.get(language) ?? 0) + 1 / languages.length);
  }
  const [first] = [...scores].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (first === undefined || first[1] < MIN_WORDS || first[1] < AHEAD_OF_ENGLISH * (scores.get('en') ?? 0))
    return undefined;
  return RECOGNISED_LANGUAGES.find((language) => language === first[0]);
}
