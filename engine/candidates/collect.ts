import type { PageLayout, Segment } from '../layout/lines.ts';
import { findAmounts } from './amounts.ts';
import type { Candidate } from './candidate.ts';
import { findDateCandidates } from './dates.ts';
import { findIbans, findIdentifiers, findPhones, findTaxIds, findTimes } from './identifiers.ts';
import { type Label, labelsOfSegment } from './labels.ts';

/** All that was found on one page, by segment. */
export interface PageCandidates {
  readonly layout: PageLayout;
  readonly labels: ReadonlyMap<Segment, readonly Label[]>;
  readonly candidates: ReadonlyMap<Segment, readonly Candidate[]>;
}

/** Finds every label and every typed candidate of a page; decides nothing. */
export function collectCandidates(layout: PageLayout): PageCandidates {
  const labels = new Map<Segment, readonly Label[]>();
  const candidates = new Map<Segment, readonly Candidate[]>();
  for (const line of layout.lines) {
    for (const segment of line.segments) {
      const found = labelsOfSegment(segment);
      if (found.length > 0) labels.set(segment, found);
      if (/\d/.test(segment.text)) candidates.set(segment, candidatesOf(segment));
    }
  }
  return { layout, labels, candidates };
}

function candidatesOf(segment: Segment): Candidate[] {
  const dates = findDateCandidates(segment);
  const ibans = findIbans(segment);
  return [
    ...dates,
    ...ibans,
    ...findAmounts(segment, [...dates, ...ibans]),
    // The head of an IBAN has the form of a tax number.
    ...findTaxIds(segment).filter(
      (id) => !ibans.some((iban) => id.textStart < iban.textEnd && iban.textStart < id.textEnd),
    ),
    ...findIdentifiers(segment),
    ...findPhones(segment),
    ...findTimes(segment),
  ];
}
