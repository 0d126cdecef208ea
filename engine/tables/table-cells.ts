import type { Box } from '#core/domain/result';
import { type Line, unionBox } from '../layout/lines.ts';
import type { Word } from '../model.ts';
import type { Column } from './table-columns.ts';

/** The words of one cell; it covers the columns `from` to `to`. */
export interface Cell {
  readonly from: number;
  readonly to: number;
  readonly words: readonly Word[];
  readonly box: Box;
}

/** Words that exceed their column by at most this share of the letter height belong to it alone. */
const TOLERANCE = 0.35;

/** Splits a line into cells by column. Words that continue across a gap are one cell over both columns. */
export function cellsOfLine({ segments }: Line, columns: readonly Column[]): Cell[] {
  const cells: Cell[] = [];
  for (const { words } of segments) {
    let open: { from: number; to: number; words: Word[] } | undefined;
    for (const word of words) {
      const { from, to } = columnsOf(word, columns);
      // A number ends a name that exceeds its column: "Luxembourg 62".
      if (open !== undefined && isNumeric(word.text) && from > open.from && !isNumeric(open.words.at(-1)?.text ?? '')) {
        open.to = Math.min(open.to, from - 1);
      }
      if (open !== undefined && (from <= open.to || runsOver(open.words.at(-1), word))) {
        open.words.push(word);
        open.to = Math.max(open.to, to);
      } else {
        if (open !== undefined) cells.push(finished(open));
        open = { from, to, words: [word] };
      }
    }
    if (open !== undefined) cells.push(finished(open));
  }
  return joined(cells.sort((a, b) => a.from - b.from || a.box[0] - b.box[0]));
}

/**
 * True for a phrase over several columns: its words are one space apart, and none is a number, which would start a new
 * cell.
 */
function runsOver(before: Word | undefined, word: Word): boolean {
  if (before === undefined || isNumeric(before.text) || isNumeric(word.text)) return false;
  return word.box[0] - before.box[2] < WORD_SPACE * word.size;
}

const WORD_SPACE = 0.45;

export function isNumeric(text: string): boolean {
  return /\d/.test(text) && !/\p{L}{2}/u.test(text);
}

/** Merges several groups of words in one column into one cell. */
function joined(cells: readonly Cell[]): Cell[] {
  const result: Cell[] = [];
  for (const cell of cells) {
    const previous = result.at(-1);
    if (previous !== undefined && cell.from <= previous.to) {
      result[result.length - 1] = finished({
        from: previous.from,
        to: Math.max(previous.to, cell.to),
        words: [...previous.words, ...cell.words],
      });
    } else result.push(cell);
  }
  return result;
}

/** A word that slightly exceeds its column stays in it; one that is half in the next covers both. */
function columnsOf({ box, size }: Word, columns: readonly Column[]) {
  const [x0, , x1] = box;
  const width = x1 - x0;
  let first = -1;
  let last = -1;
  for (let index = 0; index < columns.length; index++) {
    const column = columns[index];
    if (column === undefined || column.right <= x0) continue;
    if (column.left >= x1) break;
    const shared = Math.min(x1, column.right) - Math.max(x0, column.left);
    if (shared > MOST * width) return { from: index, to: index };
    if (shared <= TOLERANCE * size && shared <= HALF * width) continue;
    if (first < 0) first = index;
    last = index;
  }
  const from = first < 0 ? nearest(x0, columns) : first;
  return { from, to: Math.max(from, last) };
}

const HALF = 0.5;
const MOST = 0.62;

function nearest(x: number, columns: readonly Column[]): number {
  const index = columns.findIndex(({ right }) => x < right);
  return index < 0 ? columns.length - 1 : index;
}

function finished({
  from,
  to,
  words,
}: {
  readonly from: number;
  readonly to: number;
  readonly words: readonly Word[];
}): Cell {
  return { from, to, words, box: unionBox(words.map((word) => word.box)) };
}
