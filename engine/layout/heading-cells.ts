import type { Box } from '#core/domain/result';
import type { HeadingRole } from '../languages/language.ts';
import type { Word } from '../model.ts';
import { headingRole } from './heading-role.ts';
import { type Line, type PageLayout, unionBox } from './lines.ts';

/** Maximum number of wrapped heading lines above and below the main line. */
export const WRAP_LINES = 4;
/** Maximum distance of the next line of a wrapped heading, in letter heights. */
export const WRAP_GAP = 0.8;
const NUMERIC_ROLES: ReadonlySet<HeadingRole> = new Set([
  'quantity',
  'unit_price',
  'amount',
  'gross_amount',
  'balance',
  'withdrawal',
  'deposit',
]);
/** Tables with such a column hold no items. */
export const NOT_ITEM_ROLES: ReadonlySet<HeadingRole> = new Set(['tax_base', 'payment']);

export interface HeadingCell {
  words: readonly Word[];
  text: string;
  box: Box;
  role: HeadingRole | undefined;
}

function toCell(words: readonly Word[]): HeadingCell {
  const ordered = [...words];
  const text = ordered.map((word) => word.text).join(' ');
  return { words: ordered, text, box: unionBox(ordered.map((word) => word.box)), role: headingRole(text) };
}

export function countKnown(cells: readonly HeadingCell[]): number {
  const roles = cells.flatMap((cell) => (cell.role !== undefined && cell.role !== 'other' ? [cell.role] : []));
  return roles.some((role) => NUMERIC_ROLES.has(role) || NOT_ITEM_ROLES.has(role)) ? new Set(roles).size : 0;
}

/**
 * Splits a segment that is not a heading as a whole into the longest headings it starts with: headings of narrow
 * columns are so close that they read as one phrase.
 */
export function splitHeadings(line: Line): HeadingCell[] {
  return line.segments.flatMap((segment) => {
    const whole = toCell(segment.words);
    if (whole.role !== undefined || segment.words.length === 1) return [whole];
    const cells: HeadingCell[] = [];
    let rest: Word[] = [];
    for (let at = 0; at < segment.words.length; ) {
      const length = longestHeading(segment.words.slice(at));
      if (length === 0) {
        const word = segment.words[at];
        if (word !== undefined) rest.push(word);
        at += 1;
        continue;
      }
      if (rest.length > 0) cells.push(toCell(rest));
      rest = [];
      cells.push(toCell(segment.words.slice(at, at + length)));
      at += length;
    }
    if (rest.length > 0) cells.push(toCell(rest));
    return cells.every((cell) => cell.role !== undefined) ? cells : [whole];
  });
}

function longestHeading(words: readonly Word[]): number {
  const LONGEST = 5;
  for (let length = Math.min(LONGEST, words.length); length > 0; length--) {
    const text = words
      .slice(0, length)
      .map((word) => word.text)
      .join(' ');
    if (headingRole(text) !== undefined) return length;
  }
  return 0;
}

/** Joins the lines above and below that continue the headings of the main line. */
export function gatherWrapped(layout: PageLayout, main: Line, cells: readonly HeadingCell[], from: number) {
  let current = [...cells];
  let firstLine = main.index;
  let lastLine = main.index;
  for (const direction of [-1, 1] as const) {
    let edge = main;
    for (let step = 1; step <= WRAP_LINES; step++) {
      const line = layout.lines[main.index + direction * step];
      if (line === undefined || line.index < from) break;
      const gap = direction > 0 ? line.box[1] - edge.box[3] : edge.box[1] - line.box[3];
      const size = line.segments[0]?.size ?? 1;
      if (
        gap > WRAP_GAP * size ||
        hasDigit(line) ||
        !line.segments.every((segment) => mayWrap(segment.box, current, size))
      )
        break;
      const joined = joinWrapped(current, line, direction);
      if (joined === undefined) break;
      current = joined;
      edge = line;
      if (direction < 0) firstLine = line.index;
      else lastLine = line.index;
    }
  }
  return { cells: current, firstLine, lastLine };
}

/**
 * A wrapped piece is not wider than its column: a piece much wider than the heading above it is a first row or a title.
 */
function mayWrap(box: Box, cells: readonly HeadingCell[], size: number): boolean {
  const WIDER = 2.2;
  const touching = cells.filter((cell) => overlap(cell.box, box) > 0);
  if (touching.length > 1) return false;
  const [cell] = touching;
  if (cell === undefined) return true;
  return box[2] - box[0] <= Math.max((cell.box[2] - cell.box[0]) * WIDER, 6 * size);
}

/** The cells with the line's words added; undefined if that makes no heading clearer. */
function joinWrapped(cells: readonly HeadingCell[], line: Line, direction: -1 | 1): HeadingCell[] | undefined {
  const result = [...cells];
  let explained = false;
  for (const piece of splitHeadings(line)) {
    const at = result.findIndex((cell) => overlap(cell.box, piece.box) > 0);
    const cell = result[at];
    if (cell === undefined) {
      result.push(piece);
      continue;
    }
    const joined = toCell(direction > 0 ? [...cell.words, ...piece.words] : [...piece.words, ...cell.words]);
    if (joined.role !== undefined) explained = true;
    // Text below the description heading is more often the first item than a second line of the heading.
    else if (cell.role === 'description' && direction > 0) return undefined;
    // A further line (`Art-Nr-Lief.` under `Art-Nr-Kunde`) may make the text unknown; the earlier role is kept.
    result[at] = joined.role === undefined ? { ...joined, role: cell.role ?? piece.role } : joined;
  }
  const newlyKnown =
    result.filter((cell) => cell.role !== undefined).length > cells.filter((cell) => cell.role !== undefined).length;
  const small = line.segments.every((segment) => segment.words.length <= 4);
  return explained || newlyKnown || small ? result : undefined;
}

function overlap(a: Box, b: Box): number {
  return Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
}

function hasDigit(line: Line): boolean {
  return line.segments.some((segment) => /\d/.test(segment.text));
}
