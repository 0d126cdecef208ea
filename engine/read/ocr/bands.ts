import type { Mark } from './find-marks.ts';
import type { PageShape } from './page-shape.ts';

/**
 * A part of the page that is recognised at once, in the straightened frame: `a` runs along the lines of text, `b`
 * across them, both in pixels of the image, rotated about its top left corner by the page's slope.
 */
export interface Band {
  readonly a0: number;
  readonly b0: number;
  readonly a1: number;
  readonly b1: number;
}

/** Heights in letter heights. A band holds about six lines: short enough to be recognised in a quarter of a second. */
const BAND_HEIGHT = 12;
/** Maximum number of marks before a band takes no further line: wide lines take as long as several short ones. */
const BAND_MARKS = 400;
/** Ink without a gap over this height is cut at its thinnest row. */
const MAX_HEIGHT = 24;
/** Taller marks are rules, frames and images: they do not keep lines together. */
const MAX_MARK_HEIGHT = 3;
/** Smaller marks on their own are dust. */
const MIN_MARK_HEIGHT = 0.15;
/** Marks per square of a letter's height: print has less than one; noise has many and takes long to read. */
const MAX_DENSITY = 1.4;
/** White margin around a band. */
const MARGIN = 0.7;

/** Cuts the page's text into bands between lines, from top to bottom. */
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
    // The upright bounding box of a long slanted mark is taller than the mark.
    const half = Math.max(1, height - (x1 - x0) * Math.abs(sin)) / 2;
    return [{ a0: a - (x1 - x0) / 2, a1: a + (x1 - x0) / 2, b0: b - half, b1: b + half }];
  });
  if (placed.length === 0) return [];
  const top = Math.floor(Math.min(...extremes(placed, 'b0')));
  const fill = fillOf(placed, top);
  const lines = linesOf(fill, Math.round(MAX_HEIGHT * letterHeight));
  const counts = middleCounts(placed, top, fill.length);
  const bands: Band[] = [];
  for (let at = 0; at < lines.length; ) {
    const first = lines[at];
    if (first === undefined) break;
    let last = first;
    let held = counts.between(first.start, first.end);
    let next = at + 1;
    for (; next < lines.length; next++) {
      const line = lines[next];
      if (line === undefined || line.end - first.start > BAND_HEIGHT * letterHeight) break;
      held += counts.between(line.start, line.end);
      if (held > BAND_MARKS) break;
      last = line;
    }
    const above = lines[at - 1]?.end ?? -Infinity;
    const below = lines[next]?.start ?? Infinity;
    const margin = MARGIN * letterHeight;
    const inside = placed.filter(
      (mark) => mark.b1 + mark.b0 > 2 * (first.start + top) && mark.b1 + mark.b0 < 2 * (last.end + top),
    );
    const squares = ((last.end - first.start) * spanOf(inside)) / letterHeight ** 2;
    if (last.end - first.start >= letterHeight / 2 && inside.length > 0 && inside.length < MAX_DENSITY * squares) {
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

/** Spreading tens of thousands of values into one call would overflow the stack. */
function extremes(marks: readonly Placed[], side: keyof Placed): readonly [number, number] {
  let least = Infinity;
  let most = -Infinity;
  for (const mark of marks) {
    least = Math.min(least, mark[side]);
    most = Math.max(most, mark[side]);
  }
  return [least, most];
}

function spanOf(marks: readonly Placed[]): number {
  return marks.length === 0 ? 0 : extremes(marks, 'a1')[1] - extremes(marks, 'a0')[0];
}

/** Amount of ink (in mark widths) in each row below `top`. */
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

/** Counts the marks whose centre is in a range of rows. */
function middleCounts(placed: readonly Placed[], top: number, rows: number) {
  const sums = new Uint32Array(rows + 1);
  for (const { b0, b1 } of placed) {
    const row = Math.min(rows - 1, Math.max(0, Math.floor((b0 + b1) / 2) - top));
    sums[row + 1] = (sums[row + 1] ?? 0) + 1;
  }
  for (let row = 0; row < rows; row++) sums[row + 1] = (sums[row + 1] ?? 0) + (sums[row] ?? 0);
  return { between: (from: number, to: number) => (sums[Math.min(to, rows)] ?? 0) - (sums[Math.min(from, rows)] ?? 0) };
}

interface Rows {
  readonly start: number;
  readonly end: number;
}

/** Ranges of rows with ink; those without a gap for `maxHeight` rows are cut where they are thinnest. */
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
