import type { Box } from '#core/domain/result';
import { type PageLayout, type Segment, unionBox } from '../layout/lines.ts';
import type { Word } from '../model.ts';
import { tokenise } from '../normalise/fold-text.ts';

/** A caption to search for; `phrases` are its printed versions, folded. */
export interface CaptionPattern {
  readonly key: string;
  readonly phrases: readonly string[];
  /** Number of its box, printed before the caption. */
  readonly box?: string;
  /** May occur anywhere in a line: the start of a sentence with a blank to fill in. */
  readonly inside?: true;
}

export interface CaptionMatch {
  readonly key: string;
  readonly words: readonly Word[];
  /** Includes the box number before it. */
  readonly box: Box;
  /** Share of the phrase's letters that were found, in (0, 1]. */
  readonly share: number;
}

/** A printed word to be matched, with its position. */
interface Place {
  readonly text: string;
  readonly word: Word;
  readonly opensSegment: boolean;
}

/** Minimum share of letters found, since a recognised caption may have lost some. */
const MIN_SHARE = 0.72;
/** Weight of a word that is off by one letter. */
const INEXACT_SHARE = 0.9;
/** A wider gap, in letter heights, separates two captions. */
const MAX_GAP = 3;

/** Finds the captions of a page; a word belongs to one caption only, the longer one. */
export function findCaptions(layout: PageLayout, patterns: readonly CaptionPattern[]): CaptionMatch[] {
  const prepared = patterns.flatMap((pattern) =>
    pattern.phrases.map((phrase) => ({ pattern, tokens: phrase.split(' ') })),
  );
  const found: (CaptionMatch & { readonly letters: number })[] = [];
  for (const { segments } of layout.lines) {
    const places = segments.flatMap(placesOf);
    for (let at = 0; at < places.length; at++) {
      for (const { pattern, tokens } of prepared) {
        const match = matchAt(places, at, pattern, tokens);
        if (match !== undefined) found.push(match);
      }
    }
  }
  found.sort((a, b) => b.letters - a.letters || b.share - a.share);
  const taken = new Set<Word>();
  const kept = found.filter(({ words }) => {
    if (words.some((word) => taken.has(word))) return false;
    for (const word of words) taken.add(word);
    return true;
  });
  const inside = new Set(patterns.flatMap((pattern) => (pattern.inside === undefined ? [] : [pattern.key])));
  const whole = kept.map((match) => (inside.has(match.key) ? match : withExplanation(match, layout, taken)));
  return whole.sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
}

/** Text after a caption in its own segment explains it: "(see instructions)". Numbers and names may be values. */
function withExplanation(match: CaptionMatch, layout: PageLayout, taken: Set<Word>): CaptionMatch {
  const last = match.words.at(-1);
  for (const { segments } of layout.lines) {
    const segment = segments.find(({ words }) => last !== undefined && words.includes(last));
    if (segment === undefined || last === undefined) continue;
    const rest = segment.words.slice(segment.words.indexOf(last) + 1).filter((word) => !taken.has(word));
    if (rest.length === 0 || !isExplanation(rest)) return match;
    for (const word of rest) taken.add(word);
    const words = [...match.words, ...rest];
    return { ...match, words, box: unionBox(words.map(({ box }) => box)) };
  }
  return match;
}

function isExplanation(words: readonly Word[]): boolean {
  let depth = 0;
  return words.every(({ text }) => {
    const open = depth > 0 || /^[(a-z]/.test(text);
    depth += text.split('(').length - text.split(')').length;
    return open;
  });
}

function placesOf(segment: Segment): Place[] {
  const places = segment.words.flatMap((word) => tokenise(word.text).map(({ text }) => ({ text, word })));
  return places.map((place, index) => ({ ...place, opensSegment: index === 0 }));
}

function matchAt(places: readonly Place[], at: number, pattern: CaptionPattern, tokens: readonly string[]) {
  const fuzzy = places[at]?.word.confidence !== undefined;
  if (!isAlike(places[at]?.text, tokens[0] ?? '', fuzzy)) return undefined;
  const before = places[at - 1];
  const numbered = pattern.box !== undefined && before?.text === pattern.box;
  if (!numbered && pattern.inside === undefined && !opens(places, at)) return undefined;
  const words: Word[] = [];
  let letters = 0;
  let total = 0;
  let next = at;
  for (const token of tokens) {
    total += token.length;
    // One word in between may be an OCR artefact.
    const step = [0, 1].find((skip) => isAlike(places[next + skip]?.text, token, fuzzy));
    const place = step === undefined ? undefined : places[next + step];
    if (step === undefined || place === undefined || isFar(words.at(-1), place.word)) continue;
    words.push(place.word);
    // "Employer's" is off by one letter from "employee's": the exact caption wins.
    letters += token.length * (place.text === token ? 1 : INEXACT_SHARE);
    next += step + 1;
  }
  const share = letters / Math.max(1, total);
  if (share < MIN_SHARE) return undefined;
  if (numbered && before !== undefined) words.unshift(before.word);
  // A box number before a caption distinguishes captions with the same words.
  const weight = letters + (numbered ? (pattern.box?.length ?? 0) : 0);
  return { key: pattern.key, words, box: unionBox(words.map(({ box }) => box)), share, letters: weight };
}

/** True if it starts its segment, ignoring a box number or sign before it. */
function opens(places: readonly Place[], at: number): boolean {
  if (places[at]?.opensSegment === true) return true;
  const before = places[at - 1];
  return before?.opensSegment === true && /^(?:\d{1,2}[a-z]?|[a-f])$/.test(before.text);
}

function isFar(previous: Word | undefined, word: Word): boolean {
  return previous !== undefined && word.box[0] - previous.box[2] > MAX_GAP * Math.max(previous.size, word.size);
}

/** Equal, or, for longer recognised words, off by one letter in five: captions are small print. */
function isAlike(text: string | undefined, token: string, fuzzy: boolean): boolean {
  if (text === token) return true;
  if (text === undefined || !fuzzy || token.length < 4 || Math.abs(text.length - token.length) > 2) return false;
  // First or last letter is nearly always right, and comparing letter by letter is expensive.
  if (text[0] !== token[0] && text.at(-1) !== token.at(-1)) return false;
  return isWithin(text, token, Math.max(1, Math.floor(token.length / 5)));
}

/** Whether the edit distance of two words is at most `limit`. */
function isWithin(a: string, b: string, limit: number): boolean {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row.push(Math.min((previous[j - 1] ?? 0) + same, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    if (Math.min(...row) > limit) return false;
    previous = row;
  }
  return (previous[b.length] ?? limit + 1) <= limit;
}
