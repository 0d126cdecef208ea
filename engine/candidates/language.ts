import { languagesOfWord } from '../normalise/language-words.ts';
import type { PageCandidates } from './collect.ts';

/** Minimum number of marker words, in addition to a clear lead, to report a language. */
const MIN_HITS = 4;
const LEAD = 1.15;

/** Returns the ISO 639-1 code of the language with most marker words and labels, or null. */
export function detectLanguage(pages: readonly PageCandidates[]): string | null {
  const scores = new Map<string, number>();
  const add = (language: string, weight: number) => scores.set(language, (scores.get(language) ?? 0) + weight);
  for (const page of pages) {
    for (const word of page.layout.page.words) {
      const languages = languagesOfWord(word.text);
      for (const language of languages) add(language, 1 / languages.length);
    }
    for (const label of [...page.labels.values()].flat()) {
      if (label.languages.length <= 3)
        for (const language of label.languages) add(language, 1 / label.languages.length);
    }
  }
  const [first, second] = [...scores].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (first === undefined || first[1] < MIN_HITS || first[1] < (second?.[1] ?? 0) * LEAD) return null;
  return first[0];
}
