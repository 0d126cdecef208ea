import type { Line } from '../layout/lines.ts';
import type { Region } from './table-region.ts';

/** Horizontal bounds of a column, in page units. */
export interface Column {
  readonly left: number;
  readonly right: number;
}

/** Share of the lines that may cross a gap between columns: headings and titles over several columns. */
const CROSSING_SHARE = 0.12;
/** Narrower white bands are spaces between words, in letter heights. */
const NARROWEST_GAP = 0.4;
/** Share of the lines with words on both sides that must leave a gap as wide as between cells. */
const PARTED_SHARE = 0.5;
const CELL_GAP = 0.7;

/** Finds columns by the vertical white bands between them; fewer than two if there are none. */
export function tableColumns(region: Region): Column[] {
  const allowed = region.length < 5 ? 0 : Math.max(1, Math.floor(region.length * CROSSING_SHARE));
  const size = typicalSize(region);
  const lines = region.map(covered);
  const gaps = whiteBands(lines, allowed).filter(
    ({ from, to }) => to - from >= NARROWEST_GAP * size && partsLines(lines, from, to, size),
  );
  const left = Math.min(...region.map(({ box }) => box[0]));
  const right = Math.max(...region.map(({ box }) => box[2]));
  const inner = gaps.filter(({ from, to }) => from > left && to < right);
  const edges = [left, ...inner.map(({ from, to }) => (from + to) / 2), right];
  return edges.slice(1).map((edge, index) => ({ left: edges[index] ?? left, right: edge }));
}

interface Band {
  readonly from: number;
  readonly to: number;
}

/** Ranges of x in which at most `allowed` lines have words. */
function whiteBands(lines: readonly (readonly Band[])[], allowed: number): Band[] {
  const edges = lines.flatMap((words) =>
    words.flatMap(({ from, to }) => [
      { x: from, step: 1 },
      { x: to, step: -1 },
    ]),
  );
  edges.sort((a, b) => a.x - b.x || a.step - b.step);
  const bands: Band[] = [];
  let depth = 0;
  let start: number | undefined;
  for (const { x, step } of edges) {
    depth += step;
    if (depth > allowed) {
      if (start !== undefined && x > start) bands.push({ from: start, to: x });
      start = undefined;
    } else start ??= x;
  }
  return bands;
}

/** Ranges of x in which a line has words. */
function covered(line: Line): Band[] {
  return line.segments.flatMap(({ words }) => words.map(({ box }) => ({ from: box[0], to: box[2] })));
}

/** True if, in most lines with words left and right of a gap, these are as far apart as cells. */
function partsLines(lines: readonly (readonly Band[])[], from: number, to: number, size: number): boolean {
  let both = 0;
  let parted = 0;
  const middle = (from + to) / 2;
  for (const words of lines) {
    let before = Number.NEGATIVE_INFINITY;
    let after = Number.POSITIVE_INFINITY;
    for (const word of words) {
      if (word.to <= middle) before = Math.max(before, word.to);
      else if (word.from >= middle) after = Math.min(after, word.from);
    }
    if (!Number.isFinite(before) || !Number.isFinite(after)) continue;
    both += 1;
    if (after - before >= CELL_GAP * size) parted += 1;
  }
  return both > 1 && parted >= PARTED_SHARE * both;
}

function typicalSize(region: Region): number {
  const sizes = region.flatMap(({ segments }) => segments.map(({ size }) => size)).sort((a, b) => a - b);
  return Math.max(1, sizes[Math.floor(sizes.length / 2)] ?? 1);
}
