import { type Line, unionBox } from '../layout/lines.ts';
import { type Cell, cellsOfLine, isNumeric } from './table-cells.ts';
import type { Column } from './table-columns.ts';

/** Lines at most this share of the typical distance apart belong to one row. */
const WRAPPED_DISTANCE = 0.8;

/** Rows of cells; continuation lines and the lines of the head are merged. */
export function tableRows(region: readonly Line[], columns: readonly Column[]): Cell[][] {
  const lines = region.map((line) => ({ line, cells: cellsOfLine(line, columns) }));
  const distances = lines.slice(1).map(({ line }, index) => line.box[3] - (lines[index]?.line.box[3] ?? 0));
  const typical = middle(distances);
  const head = headLines(lines.map(({ cells }) => cells));
  const rows: Cell[][] = [];
  for (const [index, { line, cells }] of lines.entries()) {
    const above = rows.at(-1);
    const before = lines[index - 1]?.line;
    const distance = distances[index - 1] ?? Number.POSITIVE_INFINITY;
    const overlapping = before !== undefined && line.box[1] < before.box[3] - OVERLAP * (line.box[3] - line.box[1]);
    const goesOn =
      above !== undefined &&
      ((overlapping && isBeside(cells, above)) ||
        (index < head ? stacks(cells, above) : continues(cells, above, distance, typical)));
    if (goesOn) rows[rows.length - 1] = merged(above, cells);
    else rows.push(cells);
  }
  return rows;
}

/** Lines that overlap by this share of their height are beside each other: cells centred in a row. */
const OVERLAP = 0.3;

function isBeside(cells: readonly Cell[], others: readonly Cell[]): boolean {
  return cells.every((cell) => others.every(({ from, to }) => to < cell.from || from > cell.to));
}

/** Number of lines above the first row with a name and a number; none if the first line is such a row. */
function headLines(lines: readonly (readonly Cell[])[]): number {
  const first = lines.findIndex(
    (cells) => cells[0]?.from === 0 && cells.slice(1).some(({ words }) => words.every(({ text }) => isNumeric(text))),
  );
  return Math.max(0, Math.min(first, MAX_HEAD_LINES));
}

const MAX_HEAD_LINES = 8;

/** True if two head lines belong together: words below words of the same columns; a number above is a separate head. */
function stacks(cells: readonly Cell[], above: readonly Cell[]): boolean {
  return cells.every((cell) => {
    const over = above.filter(({ from, to }) => from <= cell.to && cell.from <= to);
    return over.every(
      ({ from, to, words }) => from === cell.from && to === cell.to && !words.every(({ text }) => isNumeric(text)),
    );
  });
}

/**
 * True if a line continues the row above: it is closer than rows are, or it has only words below words: no number, no
 * first cell, fewer cells than the row.
 */
function continues(cells: readonly Cell[], above: readonly Cell[], distance: number, typical: number): boolean {
  const below = cells.every((cell) => above.some(({ from, to }) => from <= cell.from && cell.to <= to));
  if (distance < WRAPPED_DISTANCE * typical && below && cells.length < above.length) return true;
  // The rest of a long text in one of the later columns.
  const [only] = cells;
  if (cells.length === 1 && only !== undefined && only.from > 0 && distance <= 1.15 * typical) {
    const over = above.find(({ from, to }) => from <= only.from && only.to <= to);
    if (over !== undefined && over.words.length >= LONG_TEXT && only.words.some(({ text }) => /\p{L}/u.test(text))) {
      return true;
    }
  }
  const wordsOnly = cells.every(({ words }) => words.every(({ text }) => !/\d/.test(text)));
  const startsLower = cells.every(({ words }) => /^[\p{Ll}(&/-]/u.test(words[0]?.text ?? ''));
  return below && cells.length < above.length && wordsOnly && startsLower && distance <= 1.15 * typical;
}

/** Minimum number of words in a cell whose text may continue below. */
const LONG_TEXT = 3;

function merged(above: readonly Cell[], below: readonly Cell[]): Cell[] {
  const cells = above.map((cell) => {
    const more = below.filter(({ from }) => from >= cell.from && from <= cell.to).flatMap(({ words }) => words);
    if (more.length === 0) return cell;
    const words = [...cell.words, ...more];
    return { ...cell, words, box: unionBox(words.map((word) => word.box)) };
  });
  const alone = below.filter((cell) => !above.some(({ from, to }) => from <= cell.from && cell.from <= to));
  return [...cells, ...alone].sort((a, b) => a.from - b.from);
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
