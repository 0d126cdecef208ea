import type { Word } from '../model.ts';
import type { Line, PageLayout } from './lines.ts';
import type { Heading, TableHeader } from './table-header.ts';

/** A column of a table: its heading and the x range of the words that belong to it. */
export interface Column extends Heading {
  readonly from: number;
  readonly to: number;
}

/** One line of a table split into its columns; `cells[i]` are the words under `columns[i]`. */
export interface TableLine {
  readonly line: Line;
  readonly cells: readonly (readonly Word[])[];
}

/** Number of positions tried for a border between two columns. */
const BORDER_STEPS = 48;
/** Number of lines used to locate the columns. */
const BORDER_LINES = 80;
/** Cutting a heading costs as much as cutting this many words. */
const HEADING_WEIGHT = 2;

/**
 * Locates the columns under a heading row. The border between two neighbouring headings is placed where the fewest
 * words of the rows below cross it, in the middle of the widest such gap; headings alone are misleading, because texts
 * are left-aligned and numbers right-aligned.
 */
export function findColumns(header: TableHeader, body: readonly Line[]): readonly Column[] {
  const words = body
    .slice(0, BORDER_LINES)
    .flatMap((line) => (looksLikeRow(line) ? line.segments.flatMap((segment) => segment.words) : []));
  const borders: number[] = [];
  for (const [index, heading] of header.headings.slice(0, -1).entries()) {
    const next = header.headings[index + 1];
    const from = Math.max(heading.box[0], borders[index - 1] ?? Number.NEGATIVE_INFINITY);
    borders.push(next === undefined ? heading.box[2] : findBorder(heading, next, words, from));
  }
  return header.headings.map((heading, index) => ({
    ...heading,
    from: borders[index - 1] ?? Number.NEGATIVE_INFINITY,
    to: borders[index] ?? Number.POSITIVE_INFINITY,
  }));
}

/** Only lines with at least two separate pieces and a number help to locate the columns. */
function looksLikeRow(line: Line): boolean {
  return line.segments.length >= 2 && line.segments.some((segment) => /\d/.test(segment.text));
}

function findBorder(left: Heading, right: Heading, words: readonly Word[], from: number): number {
  const to = right.box[2];
  const near = words.filter((word) => word.box[2] > from && word.box[0] < to);
  const crossed: number[] = [];
  for (let step = 0; step <= BORDER_STEPS; step++) {
    const x = from + ((to - from) * step) / BORDER_STEPS;
    // A border never cuts a heading if a free position exists.
    const inHeading = [left, right].filter((heading) => heading.box[0] < x && x < heading.box[2]).length;
    crossed.push(near.filter((word) => word.box[0] < x && x < word.box[2]).length + HEADING_WEIGHT * inHeading);
  }
  const fewest = Math.min(...crossed.slice(1, -1));
  const middle = (left.box[2] + right.box[0]) / 2;
  let best = middle;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let start = 1; start < crossed.length - 1; start++) {
    if (crossed[start] !== fewest || crossed[start - 1] === fewest) continue;
    let end = start;
    while (end + 1 < crossed.length - 1 && crossed[end + 1] === fewest) end += 1;
    const center = from + ((to - from) * (start + end)) / (2 * BORDER_STEPS);
    const width = ((to - from) * (end - start + 1)) / BORDER_STEPS;
    const score = width - Math.abs(center - middle) * 0.5;
    if (score > bestScore) {
      best = center;
      bestScore = score;
    }
  }
  return best;
}

/** The line's words by column, according to the centre of each word. */
export function cutLine(line: Line, columns: readonly Column[]): TableLine {
  const cells: Word[][] = columns.map(() => []);
  for (const segment of line.segments) {
    for (const word of segment.words) {
      const middle = (word.box[0] + word.box[2]) / 2;
      const at = columns.findIndex((column) => middle >= column.from && middle < column.to);
      cells[at]?.push(word);
    }
  }
  return { line, cells };
}

/** Lines of a page below the heading row. */
export function linesBelow(layout: PageLayout, header: TableHeader, end: number): readonly Line[] {
  return layout.lines.filter((line) => line.index > header.lastLine && line.index < end);
}
