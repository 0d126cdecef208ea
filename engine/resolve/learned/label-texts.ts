import type { Candidate } from '../../candidates/candidate.ts';
import type { PageCandidates } from '../../candidates/collect.ts';
import type { Segment } from '../../layout/lines.ts';

/** The texts at the positions where a candidate's label would be; empty if there are none. */
export interface LabelTexts {
  readonly beside: string;
  readonly above: string;
}

const ABOVE_LINES = 3;
const WORD = /\p{L}{2}/u;

export function labelTexts(candidate: Candidate, page: PageCandidates): LabelTexts {
  const { segment } = candidate;
  const before = segment.text.slice(0, candidate.textStart);
  const left = page.layout.lines[segment.line]?.segments[segment.place - 1];
  const beside = WORD.test(before) ? before : left !== undefined && WORD.test(left.text) ? left.text : '';
  return { beside, above: segmentAbove(segment, page)?.text ?? '' };
}

/** The nearest segment with words above that overlaps horizontally. */
export function segmentAbove(segment: Segment, page: PageCandidates): Segment | undefined {
  for (let index = segment.line - 1; index >= Math.max(0, segment.line - ABOVE_LINES); index--) {
    const over = page.layout.lines[index]?.segments.find(
      (other) => other.box[0] < segment.box[2] && other.box[2] > segment.box[0],
    );
    if (over !== undefined && WORD.test(over.text)) return over;
  }
  return undefined;
}
