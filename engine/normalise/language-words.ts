import { LANGUAGES } from '../languages/index.ts';
import { foldText } from './fold-text.ts';

const LANGUAGES_BY_WORD = index();

function index(): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  for (const { code, frequentWords } of LANGUAGES) {
    for (const word of frequentWords ?? []) map.set(word, [...(map.get(word) ?? []), code]);
  }
  return map;
}

/** ISO 639-1 codes of the languages in which a word is frequent, ignoring accents. */
export function languagesOfWord(text: string): readonly string[] {
  return LANGUAGES_BY_WORD.get(foldText(text).replace(/[^a-z]/g, '')) ?? [];
}
