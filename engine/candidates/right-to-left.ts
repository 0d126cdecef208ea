import type { Segment } from '../layout/lines.ts';
import type { Candidate, CandidateKind } from './candidate.ts';
import type { PageCandidates } from './collect.ts';
import type { Label } from './labels.ts';

/** Hebrew and Arabic: what follows a label is printed to its left. */
const RIGHT_TO_LEFT = /[\u0590-\u06ff]/;
/** Number of segments searched to the left. */
const SEGMENTS_LEFT = 8;

/** The link of `links.ts`; the mirror image of one to the right. */
interface LeftLink {
  readonly label: Label;
  readonly candidate: Candidate;
  readonly relation: 'right';
  readonly steps: number;
  readonly between: number;
  readonly gap: number;
  readonly clean: boolean;
  readonly overshadowed: boolean;
}

export function isRightToLeft({ phrase }: Label): boolean {
  return RIGHT_TO_LEFT.test(phrase);
}

/** Links a label of a right-to-left script to the values on its line; `endsAt` tells where another label begins. */
export function linkLeft(
  page: PageCandidates,
  segment: Segment,
  label: Label,
  endsAt: (page: PageCandidates, segment: Segment) => boolean,
): readonly LeftLink[] {
  const links: LeftLink[] = [];
  const steps = new Map<CandidateKind, number>();
  const before = page.layout.lines[segment.line]?.segments.slice(0, segment.place).toReversed() ?? [];
  for (const other of before.slice(0, SEGMENTS_LEFT)) {
    if (endsAt(page, other)) break;
    for (const candidate of (page.candidates.get(other) ?? []).toReversed()) {
      const passed = steps.get(candidate.kind) ?? 0;
      steps.set(candidate.kind, passed + 1);
      const gap = (segment.box[0] - other.box[2]) / page.layout.page.width;
      const rest = { steps: passed, between: 0, gap, clean: true, overshadowed: false } as const;
      links.push({ label, candidate, relation: 'right', ...rest });
    }
  }
  return links;
}
