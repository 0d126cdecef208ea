import type { PageCandidates } from '../candidates/collect.ts';
import type { Label, LabelRole } from '../candidates/labels.ts';
import { linesBelow } from '../candidates/links.ts';
import { type Segment, type Span, spanOfText } from '../layout/lines.ts';

/** The block of text after, right of or under a label: its lines from the top. */
export interface LabelledBlock {
  readonly label: Label;
  readonly lines: readonly Span[];
  /** In [0, 1]. */
  readonly score: number;
}

/** Maximum number of lines in an address. */
const MAX_LINES = 5;

/** Returns the blocks linked to labels of a role, on all pages, best first. */
export function blocksOf(pages: readonly PageCandidates[], role: LabelRole): LabelledBlock[] {
  const blocks = pages.flatMap((page) =>
    [...page.labels.values()]
      .flatMap((labels) => labels.filter((label) => label.opens && label.roles.includes(role)))
      .flatMap((label) => blockOf(page, label) ?? []),
  );
  return blocks.sort((a, b) => b.score - a.score);
}

function blockOf(page: PageCandidates, label: Label): LabelledBlock | undefined {
  const { segment } = label;
  const lead = /^[\s:：#–-]*/.exec(segment.text.slice(label.textEnd))?.[0] ?? '';
  const from = label.textEnd + lead.length;
  if (from < segment.text.length) {
    const first = spanOfText(segment, from, segment.text.length);
    // The value continues below its own start, or below the label.
    const x = segment.words[first.start]?.box[0] ?? segment.box[0];
    const below = columnBelow(page, segment, [x, segment.box[0]]);
    return { label, lines: [first, ...below], score: lead.includes(':') ? 0.9 : 0.65 };
  }
  const right = page.layout.lines[segment.line]?.segments[segment.place + 1];
  const below = columnBelow(page, segment, [segment.box[0]]);
  // A label that is a heading has its block below; otherwise the block starts to its right.
  if (below.length > 1 || right === undefined || isLabel(page, right))
    return below.length === 0 ? undefined : { label, lines: below, score: 0.85 };
  return { label, lines: [whole(right), ...columnBelow(page, right, [right.box[0]])], score: 0.88 };
}

function columnBelow(page: PageCandidates, segment: Segment, edges: readonly number[]): Span[] {
  const found: Span[] = [];
  let above = segment;
  while (found.length < MAX_LINES) {
    const [line] = linesBelow(page.layout, above);
    const next = line?.segments.find((other) => edges.some((x) => Math.abs(other.box[0] - x) < LEFT_EDGE * other.size));
    if (next === undefined || isLabel(page, next) || next.box[1] - above.box[3] > LINE_GAP * above.size) break;
    found.push(whole(next));
    above = next;
  }
  return found;
}

/** Maximum difference between the left edges of lines in a block, in letter heights. */
const LEFT_EDGE = 0.9;
/** ... and maximum distance between them. */
const LINE_GAP = 1.3;

function isLabel(page: PageCandidates, segment: Segment): boolean {
  const first = page.labels.get(segment)?.[0];
  return first?.opens === true && first.strength >= 0.6;
}

function whole(segment: Segment): Span {
  return { segment, start: 0, end: segment.words.length };
}
