import type { Segment, Span } from '../layout/lines.ts';
import { columnFrom } from '../layout/party-lines.ts';
import type { PageCandidates } from './collect.ts';
import { isContact } from './party-block.ts';

/** A party with its contacts has at most this many lines. */
const MAX_PARTY_LINES = 9;

export function opensWithLabel(page: PageCandidates, segment: Segment): boolean {
  const first = page.labels.get(segment)?.[0];
  if (first === undefined || !first.opens || first.phrase.length < 3) return false;
  const rest = segment.text.slice(first.textEnd);
  if (/^\s*[:#]/.test(rest) || rest.trim() === '') return true;
  // "Company Ltd" and "Street 5" start with words that are labels elsewhere.
  return first.strength >= 0.9 && first.phrase.includes(' ');
}

export function looksLikeText(segment: Segment): boolean {
  return /\p{L}{2}/u.test(segment.text) && !/^[€$£]?\s?[\d.,]+\s?[€$£]?$/.test(segment.text);
}

function endsParty(page: PageCandidates, segment: Segment): boolean {
  return !isContact(page, segment) && opensWithLabel(page, segment);
}

export function wholeSegment(segment: Segment): Span {
  return { segment, start: 0, end: segment.words.length };
}

/** The column of a party from its first line down to the next label. `maxGap` is in letter heights. */
export function partyColumn(page: PageCandidates, first: Span, maxGap?: number): Span[] {
  return columnFrom(page.layout, first, MAX_PARTY_LINES, (next) => endsParty(page, next), maxGap);
}
