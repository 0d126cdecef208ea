import type { ExtractionResult, LineItem } from './result.ts';

/**
 * The words by which a document is found: letters and digits only, without case and accents. The index and the search
 * use the same words, so that both sides agree whatever the tokenizer of the database does.
 */
export const SEARCH_LIMITS = {
  /** UTF-16 units of a word. Longer ones are found by their beginning. */
  word: 40,
  /** Different words of the pages of a document: a book has fewer. */
  textWords: 10_000,
  /** Different words of its name and values. */
  valueWords: 10_000,
  /** Words of a search; further ones are ignored. */
  queryWords: 8,
} as const;

const WORD = /[\p{L}\p{N}]+/gu;
const MARKS = /\p{M}+/gu;
/** Letters that Unicode does not decompose, as people type them without the right keyboard. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  þ: 'th',
  ς: 'σ',
};
const SPECIAL = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');
/** Scripts written without spaces are indexed as overlapping pairs of letters. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
const IS_UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Without case and accents: `Müller` and `MULLER` are the same. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(MARKS, '')
    .replace(SPECIAL, (letter) => PLAIN[letter] ?? letter);
}

/** The words of a search, each of which a document must hold or have a word that begins with it. */
export function queryWords(text: string): readonly string[] {
  const words = new Set<string>();
  for (const run of runsOf(text)) {
    const letters = IS_UNSPACED.test(run) ? pairsOf(run, false) : [cut(run)];
    for (const word of letters) if (words.size < SEARCH_LIMITS.queryWords) words.add(word);
  }
  return [...words];
}

/** Adds the different words of a text, up to `limit` of them in the set. */
export function addWords(words: Set<string>, text: string, limit: number): void {
  for (const run of runsOf(text)) {
    for (const word of IS_UNSPACED.test(run) ? pairsOf(run, true) : [cut(run)]) {
      if (words.size >= limit) return;
      words.add(word);
    }
  }
}

/** What a document is called by people and machines, apart from its values. */
export interface DocumentNames {
  readonly name: string;
  readonly externalId: string | null;
}

/** The words of names and values. Names and numbers are found by any part of them, other values by their beginning. */
export function wordsOfValues({ name, externalId }: DocumentNames, result: ExtractionResult | null): readonly string[] {
  const words = new Set<string>();
  const limit = SEARCH_LIMITS.valueWords;
  addParts(words, name, limit);
  if (externalId !== null) addParts(words, externalId, limit);
  const holders = result === null ? [] : [result, ...(result.documents ?? [])];
  for (const { fields } of holders) {
    for (const [field, { value }] of Object.entries(fields)) {
      if (NAMED_BY.test(field)) addParts(words, value, limit);
      else addWords(words, value, limit);
    }
  }
  for (const { line_items: rows } of holders) for (const row of rows) addCells(words, row, limit);
  return [...words];
}

/** The different words of all pages; `pause` gives the event loop a turn. */
export async function wordsOfPages(
  pages: readonly (readonly { readonly text: string }[])[],
  pause: () => Promise<void>,
): Promise<readonly string[]> {
  const words = new Set<string>();
  let inSlice = 0;
  for (const page of pages) {
    for (const { text } of page) addWords(words, text, SEARCH_LIMITS.textWords);
    inSlice += page.length;
    if (inSlice < WORDS_PER_SLICE) continue;
    inSlice = 0;
    await pause();
  }
  return [...words];
}

/** Words folded between two turns of the event loop: about 5 ms. */
const WORDS_PER_SLICE = 5_000;

/** Fields whose values people remember a part of. */
const NAMED_BY = /(?:^|_)(?:name|number|id|reference)$/;

function addCells(words: Set<string>, row: LineItem, limit: number): void {
  for (const { value } of Object.values(row)) addWords(words, value, limit);
}

/** Every word and every ending of it, so that its middle is found as the beginning of an ending. */
function addParts(words: Set<string>, text: string, limit: number): void {
  for (const run of runsOf(text)) {
    const letters = [...run].slice(0, MAX_PARTS);
    for (let from = 0; from < letters.length && words.size < limit; from++)
      words.add(cut(letters.slice(from).join('')));
  }
}

/** Endings of one word: as long as the longest names that are stored. */
const MAX_PARTS = 255;

function* runsOf(text: string): Generator<string> {
  for (const [word] of foldText(text).matchAll(WORD)) for (const [run] of word.matchAll(UNSPACED)) yield run;
}

/** Two letters at a time; `withLast`: the last letter too, which is the beginning of no pair. */
function pairsOf(run: string, withLast: boolean): readonly string[] {
  const letters = [...run];
  const pairs = letters.slice(0, -1).map((letter, at) => `${letter}${letters[at + 1]}`);
  const last = letters.at(-1);
  return last !== undefined && (withLast || pairs.length === 0) ? [...pairs, last] : pairs;
}

const cut = (word: string): string => (word.length <= SEARCH_LIMITS.word ? word : word.slice(0, SEARCH_LIMITS.word));
