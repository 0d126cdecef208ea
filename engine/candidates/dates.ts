import type { Segment } from '../layout/lines.ts';
import { spanOfText } from '../layout/lines.ts';
import { findDates } from '../normalise/dates.ts';
import type { DateCandidate } from './candidate.ts';

/** Every full date of a segment. */
export function findDateCandidates(segment: Segment): DateCandidate[] {
  return findDates(segment.text).map((reading) => {
    const { start, end } = spanOfText(segment, reading.start, reading.end);
    return {
      kind: 'date',
      segment,
      start,
      end,
      textStart: reading.start,
      textEnd: reading.end,
      text: segment.text.slice(reading.start, reading.end),
      reading,
    };
  });
}
