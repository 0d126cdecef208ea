import type { HeadingRole } from '../languages/language.ts';
import type { Column } from '../layout/table-cells.ts';
import type { Word } from '../model.ts';
import type { ReadLine, RowCell, TableRow } from './table-row.ts';
import { continuesText } from './wrapped-text.ts';

const TEXT: ReadonlySet<HeadingRole> = new Set(['description']);

export function needsTextAbove(read: ReadLine, columns: readonly Column[]): boolean {
  return columns.some((column, index) => TEXT.has(column.role) && !hasLetters(read.cells[index] ?? []));
}

const hasLetters = (words: readonly Word[]) => words.some((word) => /\p{L}/u.test(word.text));

/** Removes and returns the pending text lines that are nearer to this row than to the previous one. */
export function takeNearest(waiting: readonly ReadLine[], row: ReadLine, previous: ReadLine | undefined): ReadLine[] {
  return waiting.filter((text) => {
    const toRow = row.line.box[1] - text.line.box[3];
    const toPrevious = previous === undefined ? Number.POSITIVE_INFINITY : text.line.box[1] - previous.line.box[3];
    return toRow < toPrevious;
  });
}

/** A column that is empty on the number line may be printed on the line below it (stacked codes). */
export function fillCells(row: TableRow, lines: readonly ReadLine[], columns: readonly Column[]): readonly RowCell[] {
  const STACKED: ReadonlySet<HeadingRole> = new Set(['product_code', 'date']);
  return row.cells.map((cell, index) => {
    const role = columns[index]?.role;
    if (cell.words.length > 0 || role === undefined || !STACKED.has(role)) return cell;
    const below = lines.find((line) => (line.cells[index] ?? []).length > 0);
    return { page: cell.page, words: below?.cells[index] ?? [] };
  });
}

/** The description: the first text line of the row and its continuation lines. */
export function describe(lines: readonly ReadLine[], columns: readonly Column[], limit: number): readonly Word[] {
  const at = columns.findIndex((column) => TEXT.has(column.role));
  if (at < 0) return unheadedText(lines);
  const words: Word[] = [];
  for (const line of lines) {
    const cell = line.cells[at] ?? [];
    if (cell.length === 0) {
      if (words.length > 0) break;
      continue;
    }
    if (words.length > 0 && !continuesText(words, cell, line, columns[at], limit)) break;
    words.push(...(words.length === 0 ? withOverhang(cell, line) : cell));
  }
  return words;
}

/** Without a text heading, the description is the words of the number line that are not numbers. */
function unheadedText(lines: readonly ReadLine[]): readonly Word[] {
  const line = lines.find(({ numbers }) => numbers.some((cell) => cell.length > 0));
  if (line === undefined) return [];
  const used = new Set(line.numbers.flatMap((cell) => cell.flatMap((number) => number.words)));
  const words = line.cells.flat().filter((word) => !used.has(word) && /\p{L}/u.test(word.text));
  return words.some((word) => /\p{L}{3}/u.test(word.text)) ? words : [];
}

/** Text that crosses the border of its column continues to the end of its phrase, or to the first number. */
function withOverhang(cell: readonly Word[], line: ReadLine): readonly Word[] {
  const last = cell.at(-1);
  const segment = line.line.segments.find(({ words }) => last !== undefined && words.includes(last));
  if (last === undefined || segment === undefined) return cell;
  const behind = segment.words.slice(segment.words.indexOf(last) + 1);
  const number = behind.findIndex((word) => /\d/.test(word.text));
  return [...cell, ...(number < 0 ? behind : behind.slice(0, number))];
}
