import type { Box } from '#core/domain/result';
import type { Word } from '../model.ts';
import { tokenise } from '../normalise/fold-text.ts';
import { type Line, type PageLayout, unionBox } from './lines.ts';
import { HEADING_ROLES, HEADINGS, type HeadingRole } from './table-headings.data.ts';

/** One column heading: where it stands and what it says. */
export interface Heading {
  readonly role: HeadingRole;
  readonly text: string;
  readonly box: Box;
}

/** A row of column headings; `firstLine` and `lastLine` are line indexes of the page, both inclusive. */
export interface TableHeader {
  readonly page: number;
  readonly firstLine: number;
  readonly lastLine: number;
  /** From left to right. */
  readonly headings: readonly Heading[];
  /** False for tables of taxes, payments, allowances: they end an item table and hold no items. */
  readonly headsItems: boolean;
}

/** Headings may be wrapped over this many lines above and below their main line. */
const WRAP_LINES = 4;
/** The next line of a wrapped heading begins within this many letter heights. */
const WRAP_GAP = 0.8;
/** A heading line of more words than this is a sentence. */
const MAX_HEADING_WORDS = 30;
/** A heading is followed by its first row within this many lines. */
const FIRST_ROW_WITHIN = 14;

const NUMERIC_ROLES: ReadonlySet<HeadingRole> = new Set([
  'quantity',
  'unit_price',
  'amount',
  'gross_amount',
  'balance',
  'withdrawal',
  'deposit',
]);
const MONEY_ROLES: ReadonlySet<HeadingRole> = new Set(['amount', 'gross_amount', 'withdrawal', 'deposit']);
const NOT_ITEM_ROLES: ReadonlySet<HeadingRole> = new Set(['tax_base', 'payment']);
const SUBJECT_ROLES: ReadonlySet<HeadingRole> = new Set(['description', 'product_code', 'quantity', 'unit_price']);

const ROLE_OF_PHRASE = indexHeadings();

function indexHeadings(): ReadonlyMap<string, HeadingRole> {
  const index = new Map<string, HeadingRole>();
  for (const role of HEADING_ROLES) {
    for (const phrase of HEADINGS[role].split('|')) {
      const key = phraseKey(phrase);
      if (!index.has(key)) index.set(key, role);
    }
  }
  return index;
}

/** Letters, `%` and `#` only: hyphens at line ends, dots and brackets do not matter. */
function phraseKey(text: string): string {
  return tokenise(text)
    .map((token) => token.text)
    .join('');
}

/** The role of a heading's text, or undefined when it is not a known one. Units such as `(EUR)` are dropped. */
export function headingRole(text: string): HeadingRole | undefined {
  const whole = ROLE_OF_PHRASE.get(phraseKey(text));
  if (whole !== undefined) return whole;
  const bare = text.replace(
    /\([^)]*\)?|\[[^\]]*\]?|[€$£*:]|\b(?:EUR|USD|GBP|CHF|SGD|PLN|SEK|DKK|NOK|CZK|MYR|RM)\b/gu,
    ' ',
  );
  // A stray letter behind the heading is a mark of the scan or the edge of a box.
  return ROLE_OF_PHRASE.get(phraseKey(bare)) ?? ROLE_OF_PHRASE.get(phraseKey(bare.replace(/\s+\p{L}\s*$/u, '')));
}

/** Every heading row of a page, from top to bottom. */
export function findTableHeaders(layout: PageLayout): TableHeader[] {
  const headers: TableHeader[] = [];
  let from = 0;
  for (const line of layout.lines) {
    if (line.index < from) continue;
    const header = headerAt(layout, line, from);
    if (header === undefined) continue;
    headers.push(header);
    from = header.lastLine + 1;
  }
  return headers;
}

function headerAt(layout: PageLayout, line: Line, from: number): TableHeader | undefined {
  const main = mainCells(line);
  if (main === undefined || isWrappedAbove(layout, line, countKnown(main))) return undefined;
  const wrapped = gatherWrapped(layout, line, main, from);
  const headings = wrapped.cells
    .map((cell) => ({ role: cell.role ?? ('other' as const), text: cell.text, box: cell.box }))
    .sort((a, b) => a.box[0] - b.box[0]);
  if (!isFollowedByRow(layout, wrapped.lastLine)) return undefined;
  const { firstLine, lastLine } = wrapped;
  return { page: layout.page.page, firstLine, lastLine, headings, headsItems: headsItems(headings) };
}

/** The line's headings when it has at least two known ones, apart from each other; else undefined. */
function mainCells(line: Line): HeadingCell[] | undefined {
  if (lineWords(line).length > MAX_HEADING_WORDS || hasAmount(line) || line.segments.length < 2) return undefined;
  const cells = splitHeadings(line);
  return countKnown(cells) >= 2 ? cells : undefined;
}

/** Of a heading wrapped over lines the line with the most headings is the main one. */
function isWrappedAbove(layout: PageLayout, line: Line, known: number): boolean {
  let edge = line;
  for (let step = 1; step <= WRAP_LINES; step++) {
    const below = layout.lines[line.index + step];
    if (below === undefined || below.box[1] - edge.box[3] > WRAP_GAP * (edge.segments[0]?.size ?? 1)) return false;
    const cells = mainCells(below);
    if (cells !== undefined && countKnown(cells) > known) return true;
    edge = below;
  }
  return false;
}

/** Item tables have a money column and something the money is for; tables of tax bases and payments do not. */
function headsItems(headings: readonly Heading[]): boolean {
  const roles = new Set(headings.map((heading) => heading.role));
  const has = (set: ReadonlySet<HeadingRole>) => [...set].some((role) => roles.has(role));
  if (has(NOT_ITEM_ROLES)) return false;
  const money = has(MONEY_ROLES) || (roles.has('unit_price') && roles.has('quantity'));
  const transactions = roles.has('date') && (has(MONEY_ROLES) || roles.has('balance'));
  return money && (has(SUBJECT_ROLES) || transactions);
}

function isFollowedByRow(layout: PageLayout, lastLine: number): boolean {
  return layout.lines
    .slice(lastLine + 1, lastLine + 1 + FIRST_ROW_WITHIN)
    .some((line) => line.segments.some((segment) => /\d/.test(segment.text)));
}

interface HeadingCell {
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

function countKnown(cells: readonly HeadingCell[]): number {
  const roles = cells.flatMap((cell) => (cell.role !== undefined && cell.role !== 'other' ? [cell.role] : []));
  return roles.some((role) => NUMERIC_ROLES.has(role) || NOT_ITEM_ROLES.has(role)) ? new Set(roles).size : 0;
}

/**
 * A segment that is not a heading as a whole is cut into the longest headings it begins with: narrow columns stand
 * so close that their headings read as one phrase.
 */
function splitHeadings(line: Line): HeadingCell[] {
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
function gatherWrapped(layout: PageLayout, main: Line, cells: readonly HeadingCell[], from: number) {
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

/** A wrapped piece is no wider than its column: a piece far wider than the heading above it is a first row or a title. */
function mayWrap(box: Box, cells: readonly HeadingCell[], size: number): boolean {
  const WIDER = 2.2;
  const touching = cells.filter((cell) => overlap(cell.box, box) > 0);
  if (touching.length > 1) return false;
  const [cell] = touching;
  if (cell === undefined) return true;
  return box[2] - box[0] <= Math.max((cell.box[2] - cell.box[0]) * WIDER, 6 * size);
}

/** The cells with the line's words added; undefined when that makes no heading clearer. */
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
    // What follows the heading of the texts is more often the first text than a second line of the heading.
    else if (cell.role === 'description' && direction > 0) return undefined;
    // A further line (`Art-Nr-Lief.` under `Art-Nr-Kunde`) may make the text unknown; what was read stays.
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

function lineWords(line: Line): readonly Word[] {
  return line.segments.flatMap((segment) => segment.words);
}

function hasDigit(line: Line): boolean {
  return line.segments.some((segment) => /\d/.test(segment.text));
}

function hasAmount(line: Line): boolean {
  return line.segments.some((segment) => /\d[.,]\d{2}(?!\d)/.test(segment.text));
}
