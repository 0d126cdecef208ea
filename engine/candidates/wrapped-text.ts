import type { Column, TableLine } from '../layout/table-cells.ts';
import type { Word } from '../model.ts';

/** In a column at most this many letter heights wide, texts are usually wrapped. */
const NARROW_COLUMN = 13;
/** A line is wrapped only if it fills this share of the column. */
const MIN_FILLED = 0.5;
/** Codes, dates and amounts; `A4` is a word. */
const NUMBER_LIKE = /\d{3}|\d[.,]\d/;
/** Maximum distance of the next line, in letter heights. */
const LINE_GAP = 1.2;

/**
 * The right edge of texts in the description column: that of the widest one. Lines that extend into the next column are
 * notes across the table and do not count.
 */
export function textLimit(lines: readonly TableLine[], columns: readonly Column[]): number {
  const at = columns.findIndex((column) => column.role === 'description');
  let limit = Number.NEGATIVE_INFINITY;
  for (const line of lines) {
    const last = line.cells[at]?.at(-1);
    if (last !== undefined && !crossesColumn(line, at)) limit = Math.max(limit, last.box[2]);
  }
  return limit;
}

function crossesColumn(line: TableLine, at: number): boolean {
  const inside = new Set(line.cells[at] ?? []);
  return line.line.segments.some(
    (segment) => segment.words.some((word) => inside.has(word)) && !segment.words.every((word) => inside.has(word)),
  );
}

/**
 * Whether a line continues the text above it: it starts in mid-sentence, or its first word did not fit on the line
 * above in a narrow column. Remarks below an item meet neither condition; a line of numbers is a code or a date.
 */
export function continuesText(
  above: readonly Word[],
  cell: readonly Word[],
  line: TableLine,
  column: Column | undefined,
  limit: number,
): boolean {
  const last = above.at(-1);
  const first = cell[0];
  if (last === undefined || first === undefined || column === undefined) return false;
  if (
    first.box[1] - last.box[3] > LINE_GAP * last.size ||
    line.line.segments.some((segment) => crosses(segment.words, cell))
  )
    return false;
  if (cell.every((word) => NUMBER_LIKE.test(word.text))) return false;
  const start = Math.min(...above.map((word) => word.box[0]));
  const used = (last.box[2] - start) / Math.max(limit - start, 1);
  const midSentence = /[,:\-–/&(]$/.test(last.text) || /^(?:\p{Ll}|[&/~])/u.test(first.text);
  if (midSentence && used > MIN_FILLED) return true;
  const narrow = limit - start <= NARROW_COLUMN * last.size;
  const SPACE = 0.25;
  const fits = last.box[2] + SPACE * last.size + (first.box[2] - first.box[0]) <= limit;
  return narrow && !fits;
}

function crosses(segment: readonly Word[], cell: readonly Word[]): boolean {
  const inside = new Set(cell);
  return segment.some((word) => inside.has(word)) && !segment.every((word) => inside.has(word));
}
