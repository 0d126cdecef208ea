import type { Candidate } from '../../candidates/candidate.ts';
import type { PageCandidates } from '../../candidates/collect.ts';
import { linesBelow } from '../../candidates/links.ts';
import type { Segment } from '../../layout/lines.ts';
import { tokenise } from '../../normalise/fold-text.ts';
import { segmentAbove } from './label-texts.ts';

/** Number of buckets for hashed features. */
export const WORD_BUCKETS = 4096;
/** Number of words taken on each side. */
const LEFT_WORDS = 5;
const ABOVE_WORDS = 4;

/**
 * Buckets of the words left of and above a candidate, single and in pairs, and of their first letters. The candidate's
 * own text is never included, so that no issuer's values can be memorised.
 */
export function neighbourWords(candidate: Candidate, page: PageCandidates): readonly number[] {
  const left = leftTokens(candidate, page).slice(-LEFT_WORDS);
  const above = aboveTokens(candidate.segment, page).slice(-ABOVE_WORDS);
  const buckets = new Set<number>();
  for (const [side, tokens] of [
    ['l', left],
    ['a', above],
  ] as const) {
    tokens.forEach((token, index) => {
      const distance = tokens.length - 1 - index;
      buckets.add(bucketOf(`${side} ${token}`));
      buckets.add(bucketOf(`${side}${Math.min(distance, 2)} ${token}`));
      buckets.add(bucketOf(`${side}# ${token.slice(0, 4)}`));
      const next = tokens[index + 1];
      if (next !== undefined) buckets.add(bucketOf(`${side} ${token} ${next}`));
    });
    if (tokens.length === 0) buckets.add(bucketOf(`${side} nothing`));
  }
  return [...buckets];
}

function leftTokens(candidate: Candidate, page: PageCandidates): readonly string[] {
  const { segment } = candidate;
  const line = page.layout.lines[segment.line];
  const before = line?.segments.slice(0, segment.place).map((other) => other.text) ?? [];
  return wordsOf([...before, segment.text.slice(0, candidate.textStart)].join(' '));
}

/** Words of the nearest segment above that overlaps horizontally. */
function aboveTokens(segment: Segment, page: PageCandidates): readonly string[] {
  const over = segmentAbove(segment, page);
  return over === undefined ? [] : wordsOf(over.text);
}

/** Folded words without figures, which are no part of a label and would leak values. */
function wordsOf(text: string): readonly string[] {
  return tokenise(text)
    .map((token) => token.text)
    .filter((token) => !/\d/.test(token));
}

/** FNV-1a, reduced to the number of buckets. */
function bucketOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % WORD_BUCKETS;
}

/** Number of nearby lines with a candidate of the same kind in the same column: high inside tables. */
export function columnMates(candidate: Candidate, page: PageCandidates): number {
  const { segment } = candidate;
  let mates = 0;
  const near = [
    ...page.layout.lines.slice(Math.max(0, segment.line - 4), segment.line),
    ...linesBelow(page.layout, segment),
  ];
  for (const line of near) {
    const mate = line.segments.find((other) => Math.abs(other.box[2] - segment.box[2]) < segment.size);
    if (mate !== undefined && (page.candidates.get(mate) ?? []).some((other) => other.kind === candidate.kind)) mates++;
  }
  return mates;
}
