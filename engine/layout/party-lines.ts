import type { PageLayout, Segment, Span } from './lines.ts';

/** One line of a column of text: a segment, or the part of one after a label. */
export type ColumnLine = Span;

/** Lines further apart than this many letter heights belong to different blocks. */
const MAX_LINE_GAP = 1.35;
/** Edges within this many letter heights count as one column. */
const EDGE_TOLERANCE = 1.2;
const MAX_SIZE_RATIO = 1.9;
const MAX_NAME_RATIO = 2.8;

/**
 * Returns the lines that continue `first` downwards in its own column: same left edge, right edge or centre, no wide
 * gap. `stop` ends the column before a segment.
 */
export function columnFrom(
  layout: PageLayout,
  first: ColumnLine,
  maxLines: number,
  stop: (segment: Segment) => boolean,
  maxGap: number = MAX_LINE_GAP,
): ColumnLine[] {
  const lines: ColumnLine[] = [first];
  let current = edgesOf(first);
  // After an inline label the lines below may continue at the label's edge.
  const labelEdge = first.start > 0 ? first.segment.box[0] : undefined;
  let previous = first.segment;
  const fits = (segment: Segment, size: number): boolean =>
    aligned(current, edgesOfSegment(segment), size) ||
    (labelEdge !== undefined && Math.abs(segment.box[0] - labelEdge) < EDGE_TOLERANCE * size);
  for (let i = first.segment.line + 1; i < layout.lines.length && lines.length < maxLines; i++) {
    const line = layout.lines[i];
    if (line === undefined) break;
    const size = Math.max(previous.size, 1);
    if (line.box[1] - previous.box[3] > maxGap * size) {
      const next = line.segments.find((segment) => fits(segment, size));
      if (next === undefined || next.box[1] - previous.box[3] > maxGap * size) break;
    }
    const next = line.segments.find(
      (segment) => fits(segment, size) && similar(segment, previous, previous === first.segment),
    );
    if (next === undefined) continue;
    if (next.box[1] - previous.box[3] > maxGap * size || stop(next)) break;
    lines.push({ segment: next, start: 0, end: next.words.length });
    current = { left: current.left, right: next.box[2], centre: (next.box[0] + next.box[2]) / 2 };
    previous = next;
  }
  return lines;
}

interface Edges {
  readonly left: number;
  readonly right: number;
  readonly centre: number;
}

function edgesOf(span: Span): Edges {
  const left = span.segment.words[span.start]?.box[0] ?? span.segment.box[0];
  const right = span.segment.words[span.end - 1]?.box[2] ?? span.segment.box[2];
  return { left, right, centre: (left + right) / 2 };
}

function edgesOfSegment(segment: Segment): Edges {
  return { left: segment.box[0], right: segment.box[2], centre: (segment.box[0] + segment.box[2]) / 2 };
}

function aligned(a: Edges, b: Edges, size: number): boolean {
  const tolerance = EDGE_TOLERANCE * size;
  const overlap = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  return (
    Math.abs(a.left - b.left) < tolerance ||
    (overlap > 0 && (Math.abs(a.right - b.right) < tolerance || Math.abs(a.centre - b.centre) < tolerance))
  );
}

/** `underName`: the line above may be a name in much larger type than the address below it. */
function similar(a: Segment, b: Segment, underName: boolean): boolean {
  const [low, high] = a.size < b.size ? [a.size, b.size] : [b.size, a.size];
  return high / Math.max(low, 1) < (underName && a.size < b.size ? MAX_NAME_RATIO : MAX_SIZE_RATIO);
}
