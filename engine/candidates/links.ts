import { LANGUAGES } from '../languages/index.ts';
import type { Line, PageLayout, Segment } from '../layout/lines.ts';
import type { Pace } from '../pace.ts';
import type { Candidate, CandidateKind } from './candidate.ts';
import type { PageCandidates } from './collect.ts';
import type { Label } from './labels.ts';
import { isRightToLeft, linkLeft } from './right-to-left.ts';

/**
 * Position of a value relative to its label: in the same segment, further right on the line, below it, or left of it.
 */
export type Relation = 'inline' | 'right' | 'below' | 'before';

/** A label and a candidate that may be its value. Features only; the weights are in `resolve/base/link-weight.ts`. */
export interface Link {
  readonly label: Label;
  readonly candidate: Candidate;
  readonly relation: Relation;
  /** Number of candidates of the same kind in between. */
  readonly steps: number;
  /** Words between label and value that belong to neither (inline), or lines between (below). */
  readonly between: number;
  /** Horizontal gap as a share of the page width (right), or offset of the left edges in letter heights (below). */
  readonly gap: number;
  /** The label starts its segment and is followed only by the value. */
  readonly clean: boolean;
  /** The label also has a nearer value of this kind (inline or right of it). */
  readonly overshadowed: boolean;
}

/** Maximum number of lines below a label searched for values. */
const LINES_BELOW = 3;
/** ... and maximum distance, in letter heights. */
const HEIGHTS_BELOW = 4.5;
/** Number of segments searched to the right. */
const SEGMENTS_RIGHT = 8;

export function linkLabels(page: PageCandidates, pace: Pick<Pace, 'count'>): Link[] {
  const links: Link[] = [];
  for (const [segment, labels] of page.labels) {
    const known = links.length;
    labels.forEach((label, index) => {
      const before = links.length;
      linkInline(
        page,
        segment,
        label,
        labels.slice(index + 1).find((other) => other.strength > 0.6),
        links,
      );
      if (isRightToLeft(label)) links.push(...linkLeft(page, segment, label, startsWithLabel));
      else linkRight(page, segment, label, labels, index, links);
      const nearer = new Set(links.slice(before).map((link) => link.candidate.kind));
      linkBelow(page, segment, label, nearer, links);
    });
    pace.count(labels.length + links.length - known);
  }
  return links;
}

function linkInline(
  page: PageCandidates,
  segment: Segment,
  label: Label,
  next: Label | undefined,
  links: Link[],
): void {
  const limit = next?.textStart ?? segment.text.length;
  const steps = new Map<CandidateKind, number>();
  for (const candidate of page.candidates.get(segment) ?? []) {
    if (candidate.textStart < label.textEnd || candidate.textStart >= limit) continue;
    const passed = steps.get(candidate.kind) ?? 0;
    steps.set(candidate.kind, passed + 1);
    const between = wordsBetween(segment.text.slice(label.textEnd, candidate.textStart), candidate.kind);
    links.push({
      label,
      candidate,
      relation: 'inline',
      steps: passed,
      between,
      gap: 0,
      clean: label.opens,
      overshadowed: false,
    });
  }
}

/**
 * A number introduced by a sign right before it (`Nr. 5`, `# 5`) belongs to the label, regardless of the words between.
 */
function wordsBetween(text: string, kind: CandidateKind): number {
  const words = wordsIn(text);
  return kind === 'identifier' && /(?:^|[\s(])(?:nr|no|n°|nº|num|number|#)[.:\s]*$/i.test(text)
    ? Math.min(words, 1)
    : words;
}

const FILLERS: ReadonlySet<string> = new Set([...LANGUAGES.flatMap(({ fillers }) => fillers ?? []), 'eur', 'usd']);

/** Words that are neither filler nor punctuation. */
function wordsIn(text: string): number {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !FILLERS.has(word)).length;
}

function linkRight(
  page: PageCandidates,
  segment: Segment,
  label: Label,
  siblings: readonly Label[],
  index: number,
  links: Link[],
): void {
  // Only the last label of a segment can have values outside it.
  const last = index === siblings.length - 1;
  if (
    !last &&
    !label.opens &&
    siblings.slice(index + 1).some((other) => other.strength > 0.7 && !sameRole(other, label))
  )
    return;
  const line = page.layout.lines[segment.line];
  if (line === undefined) return;
  const tail = wordsIn(segment.text.slice(label.textEnd));
  const steps = new Map<CandidateKind, number>();
  for (const candidate of page.candidates.get(segment) ?? []) {
    if (candidate.textStart >= label.textEnd) steps.set(candidate.kind, (steps.get(candidate.kind) ?? 0) + 1);
  }
  const right = line.segments.slice(segment.place + 1, segment.place + 1 + SEGMENTS_RIGHT);
  for (const other of right.length > 0 ? right : slantedRight(page, line, segment)) {
    if (startsWithLabel(page, other)) break;
    for (const candidate of page.candidates.get(other) ?? []) {
      const passed = steps.get(candidate.kind) ?? 0;
      steps.set(candidate.kind, passed + 1);
      const gap = (other.box[0] - segment.box[2]) / page.layout.page.width;
      const lead = wordsIn(other.text.slice(0, candidate.textStart));
      links.push({
        label,
        candidate,
        relation: 'right',
        steps: passed,
        between: tail + lead,
        gap,
        clean: label.opens,
        overshadowed: false,
      });
    }
  }
}

/**
 * In a slanted image the end of a line becomes a separate line: a segment that vertically overlaps the label's line is
 * to the right of it.
 */
function slantedRight(page: PageCandidates, line: Line, segment: Segment): readonly Segment[] {
  const { lines } = page.layout;
  const near = [lines[line.index + 1], lines[line.index - 1]].find((other) => {
    if (other === undefined) return false;
    if (other.segments.some((part) => part.box[0] < segment.box[2] || page.labels.has(part))) return false;
    const overlap = Math.min(line.box[3], other.box[3]) - Math.max(line.box[1], other.box[1]);
    return overlap > SLANTED_OVERLAP * Math.min(line.box[3] - line.box[1], other.box[3] - other.box[1]);
  });
  return near?.segments ?? [];
}

const SLANTED_OVERLAP = 0.15;

function sameRole(a: Label, b: Label): boolean {
  return a.roles.some((role) => b.roles.includes(role));
}

/**
 * A segment that starts with a strong label has values of its own. Currency words and the like do not end the search.
 */
function startsWithLabel(page: PageCandidates, segment: Segment): boolean {
  const first = page.labels.get(segment)?.[0];
  if (first === undefined || !first.opens || first.strength < 0.6) return false;
  return !first.roles.includes('currency') && first.phrase.length > 2;
}

function linkBelow(
  page: PageCandidates,
  segment: Segment,
  label: Label,
  nearer: ReadonlySet<CandidateKind>,
  links: Link[],
): void {
  const [x0, x1] = labelExtent(segment, label);
  const steps = new Map<CandidateKind, number>();
  let distance = 0;
  for (const line of linesBelow(page.layout, segment)) {
    const under = line.segments.filter((other) => overlaps(x0, x1, other, segment.size));
    if (under.length === 0) continue;
    for (const other of under) {
      for (const candidate of page.candidates.get(other) ?? []) {
        const passed = steps.get(candidate.kind) ?? 0;
        steps.set(candidate.kind, passed + 1);
        links.push({
          label,
          candidate,
          relation: 'below',
          steps: passed,
          between: distance,
          gap: Math.min(Math.abs(other.box[0] - x0), Math.abs(other.box[2] - x1)) / Math.max(segment.size, 1),
          clean: label.opens && label.end === segment.words.length,
          overshadowed: nearer.has(candidate.kind),
        });
      }
    }
    if (under.some((other) => startsWithLabel(page, other))) break;
    distance++;
  }
}

function labelExtent(segment: Segment, label: Label): [number, number] {
  const words = segment.words.slice(label.start, label.end);
  if (words.length === 0) return [segment.box[0], segment.box[2]];
  return [Math.min(...words.map(({ box }) => box[0])), Math.max(...words.map(({ box }) => box[2]))];
}

export function linesBelow(layout: PageLayout, segment: Segment): readonly Line[] {
  const limit = segment.box[3] + HEIGHTS_BELOW * Math.max(segment.size, 1);
  const lines: Line[] = [];
  for (let i = segment.line + 1; i <= segment.line + LINES_BELOW + 2; i++) {
    const line = layout.lines[i];
    if (line === undefined || line.box[1] > limit) break;
    lines.push(line);
  }
  return lines;
}

function overlaps(x0: number, x1: number, other: Segment, size: number): boolean {
  const shared = Math.min(x1, other.box[2]) - Math.max(x0, other.box[0]);
  return shared > 0 || Math.abs(other.box[0] - x0) < size || Math.abs(other.box[2] - x1) < size;
}
