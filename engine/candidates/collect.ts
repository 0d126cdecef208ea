import type { PageLayout, Segment } from '../layout/lines.ts';
import { shapeOf } from '../normalise/text-shape.ts';
import { LETTERS_PER_WORD, type Pace } from '../pace.ts';
import { findAmounts } from './amounts.ts';
import type { Candidate } from './candidate.ts';
import { findDateCandidates } from './dates.ts';
import { findIbans, findIdentifiers, findPhones, findTaxIds, findTimes } from './identifiers.ts';
import { type Label, labelsOfSegment } from './labels.ts';

/** All labels and candidates found on one page, by segment. */
export interface PageCandidates {
  readonly layout: PageLayout;
  readonly labels: ReadonlyMap<Segment, readonly Label[]>;
  readonly candidates: ReadonlyMap<Segment, readonly Candidate[]>;
}

/** Finds every label and typed candidate of a page; decides nothing. */
export function collectCandidates(layout: PageLayout): PageCandidates {
  const page = emptyPage(layout);
  for (const line of layout.lines) {
    for (const segment of line.segments) collectSegment(segment, page);
  }
  return page;
}

/** The same, yielding to the event loop after equal shares of letters: a page may have 60,000 of them. */
export async function collectAtPace(layout: PageLayout, pace: Pace): Promise<PageCandidates> {
  const page = emptyPage(layout);
  for (const line of layout.lines) {
    for (const segment of line.segments) {
      collectSegment(segment, page);
      await pace.spend((COLLECT_COST * segment.text.length) / LETTERS_PER_WORD);
    }
  }
  return page;
}

/** Cost per word: finding labels and values takes about three times as long as other work on a word. */
const COLLECT_COST = 3;

interface Collected {
  readonly labels: Map<Segment, readonly Label[]>;
  readonly candidates: Map<Segment, readonly Candidate[]>;
}

function emptyPage(layout: PageLayout) {
  return {
    layout,
    labels: new Map<Segment, readonly Label[]>(),
    candidates: new Map<Segment, readonly Candidate[]>(),
  };
}

function collectSegment(segment: Segment, { labels, candidates }: Collected): void {
  const found = labelsOfSegment(segment);
  if (found.length > 0) labels.set(segment, found);
  if (/\d/.test(segment.text)) candidates.set(segment, candidatesOf(segment));
}

/** Searches for each kind only if the text's shape allows it: most segments are one number or a few words. */
function candidatesOf(segment: Segment): Candidate[] {
  const { text } = segment;
  const { digits, hasCapitals } = shapeOf(text);
  const dates = findDateCandidates(segment);
  const ibans = hasCapitals && text.length >= SHORTEST_IBAN ? findIbans(segment) : [];
  const mayHoldTaxId = digits >= ABN_DIGITS || (hasCapitals && text.length >= SHORTEST_VAT_NUMBER);
  const taxIds = mayHoldTaxId ? findTaxIds(segment) : [];
  return [
    ...dates,
    ...ibans,
    ...findAmounts(segment, [...dates, ...ibans]),
    // The start of an IBAN has the form of a tax number.
    ...taxIds.filter((id) => !ibans.some((iban) => id.textStart < iban.textEnd && iban.textStart < id.textEnd)),
    ...findIdentifiers(segment),
    ...(digits >= PHONE_DIGITS ? findPhones(segment) : []),
    ...(/\d[:h]\d/i.test(text) ? findTimes(segment) : []),
  ];
}

/** Country, check digits and at least ten more characters; the shortest IBAN in use has fifteen in all. */
const SHORTEST_IBAN = 14;
/** Country and at least seven more characters; a GSTIN has fifteen, five of them consecutive capitals. */
const SHORTEST_VAT_NUMBER = 9;
const ABN_DIGITS = 11;
const PHONE_DIGITS = 7;
