import type { Mark } from './find-marks.ts';
import type { PageShape } from './page-shape.ts';

/**
 * A part of the page that is recognised at once, in the straightened frame: `a` runs along the lines of text, `b`
 * across them, both in pixels of the picture, turned around its top left by the page's slope.
 */
export interface Band {
  readonly a0: number;
  readonly b0: number;
  readonly a1: number;
  readonly b1: number;
}

/** Heights in letters. A band holds some six lines: short enough to be recognised in a quarter of a second. */
const BAND_HEIGHT = 12;
/** Ink without a gap this high is cut at its thinnest row. */
const MAX_HEIGHT = 24;
/** Marks higher than this are rules, frames and pictures: they do not hold lines together. */
const MAX_MARK_HEIGHT = 3;
/** Marks of less than this are dust, alone. */
const MIN_MARK_HEIGHT = 0.15;
/** White kept around a band. */
const MARGIN = 0.7;

/** The page's text from top to bottom, cut between lines. */
export function cutBands(marks: readonly Mark[], { letterHeight, slope }: PageShape): readonly Band[] {
  const cos = Math.cos(slope);
  const sin = Math.sin(slope);
  const placed = marks.flatMap(({ x0, y0, x1, y1 }) => {
    const height = y1 - y0;
    if (height > MAX_MARK_HEIGHT * letterHeight || Math.max(height, x1 - x0) < MIN_MARK_HEIGHT * letterHeight)
      return [];
    const x = (x0 + x1) / 2;
    const y = (y0 + y1) / 2;
    const a = x * cos + y * sin;
    const b = y * cos - x * sin;
    // The upright box of a long slanted mark is higher than the mark.
    const half = Math.max(1, height - (x1 - x0) * Math.abs(sin)) / 2;
    return [{ a0: a - (x1 - x0) / 2, a1: a + (x1 - x0) / 2, b0: b - half, b1: b + half }];
  });
  if (placed.length === 0) return [];
  const top = Math.floor(Math.min(...extremes(placed, 'b0')));
  const fill = fillOf(placed, top);
  const lines = linesOf(fill, Math.round(MAX_HEIGHT * letterHeight));
  const bands: Band[] = [];
  for (let at = 0; at < lines.length; ) {
    const first = lines[at];
    if (first === undefined) break;
    let last = first;
    let next = at + 1;
    for (; next < lines.length; next++) {
      const line = lines[next];
      if (line === undefined || line.end - first.start > BAND_HEIGHT * letterHeight) break;
      last = line;
    }
    const above = lines[at - 1]?.end ?? -Infinity;
    const below = lines[next]?.start ?? Infinity;
    const margin = MARGIN * letterHeight;
    const inside = placed.filter(
      (mark) => mark.b1 + mark.b0 > 2 * (first.start + top) && mark.b1 + mark.b0 < 2 * (last.end + top),
    );
    if (last.end - first.start >= letterHeight / 2 && inside.length > 0) {
      bands.push({
        a0: Math.min(...extremes(inside, 'a0')) - 2 * margin,
        a1: Math.max(...extremes(inside, 'a1')) + 2 * margin,
        b0: top + Math.max(first.start - margin, (first.start + above) / 2),
        b1: top + Math.min(last.end + margin, (last.end + below) / 2),
      });
    }
    at = next;
  }
  return bands;
}

type Placed = Band;

/** Spreading tens of thousands of values into one call would exceed the stack; both ends are enough. */
function extremes(marks: readonly Placed[], side: keyof Placed): readonly [number, number] {
  let least = Infinity;
  let most = -Infinity;
  for (const mark of marks) {
    least = Math.min(least, mark[side]);
    most = Math.max(most, mark[side]);
  }
  return [least, most];
}

/** How much ink (in widths of marks) stands in each row below `top`. */
function fillOf(placed: readonly Placed[], top: number): Float64Array {
  const [, bottom] = extremes(placed, 'b1');
  const changes = new Float64Array(Math.ceil(bottom) - top + 2);
  for (const { a0, a1, b0, b1 } of placed) {
    const from = Math.floor(b0) - top;
    const to = Math.max(from + 1, Math.ceil(b1) - top);
    changes[from] = (changes[from] ?? 0) + a1 - a0;
    changes[to] = (changes[to] ?? 0) - (a1 - a0);
  }
  let sum = 0;
  return changes.map((change) => (sum += change));
}

interface Rows {
  readonly start: number;
  readonly end: number;
}

/** Runs of rows with ink; those without a gap for `maxHeight` rows are cut where they are thinnest. */
function linesOf(fill: Float64Array, maxHeight: number): Rows[] {
  const lines: Rows[] = [];
  let start = -1;
  for (let row = 0; row <= fill.length; row++) {
    const inked = (fill[row] ?? 0) > 1e-6;
    if (inked && start < 0) start = row;
    if (!inked && start >= 0) {
      lines.push({ start, end: row });
      start = -1;
    } else if (inked && row - start >= maxHeight) {
      let thinnest = start + Math.floor(maxHeight / 2);
      for (let r = thinnest; r < row; r++) if ((fill[r] ?? 0) < (fill[thinnest] ?? 0)) thinnest = r;
      lines.push({ start, end: thinnest });
      start = thinnest;
    }
  }
  return lines;
}
