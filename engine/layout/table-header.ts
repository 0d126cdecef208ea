import type { Box } from '#core/domain/result';
import type { HeadingRole } from '../languages/language.ts';
import type { Word } from '../model.ts';
import {
  countKnown,
  gatherWrapped,
  type HeadingCell,
  NOT_ITEM_ROLES,
  splitHeadings,
  WRAP_GAP,
  WRAP_LINES,
} from './heading-cells.ts';
import type { Line, PageLayout } from './lines.ts';

/** One column heading: its position and its role. */
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
  /** False for tables of taxes, payments and allowances: they end an item table and contain no items. */
  readonly headsItems: boolean;
}

/** A longer heading line is a sentence. */
const MAX_HEADING_WORDS = 30;
/** The first row follows its heading within this many lines. */
const FIRST_ROW_WITHIN = 14;

const MONEY_ROLES: ReadonlySet<HeadingRole> = new Set(['amount', 'gross_amount', 'withdrawal', 'deposit']);
const SUBJECT_ROLES: ReadonlySet<HeadingRole> = new Set(['description', 'product_code', 'quantity', 'unit_price']);

/** Finds every heading row of a page, from top to bottom. */
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
  const headings = oneDescription(
    wrapped.cells
      .map((cell) => ({ role: cell.role ?? ('other' as const), text: cell.text, box: cell.box }))
      .sort((a, b) => a.box[0] - b.box[0]),
  );
  if (!isFollowedByRow(layout, wrapped.lastLine)) return undefined;
  const { firstLine, lastLine } = wrapped;
  return { page: layout.page.page, firstLine, lastLine, headings, headsItems: headsItems(headings) };
}

/** Headings of a thing's name or, just as often, its code. */
const NAMING =
  /^(?:items?|articles?|products?|artikel|produkte?|articolo|prodotto|art[ií]culos?|productos?|artigo|produto)$/i;

/** `Item  Description`: if another column describes the item, the column that names it contains its code. */
function oneDescription(headings: readonly Heading[]): readonly Heading[] {
  const names = ({ role, text }: Heading) => role === 'description' && NAMING.test(text.trim());
  if (!headings.some((heading) => heading.role === 'description' && !names(heading))) return headings;
  const role = headings.some((heading) => heading.role === 'product_code') ? 'other' : 'product_code';
  return headings.map((heading) => (names(heading) ? { ...heading, role } : heading));
}

/** The line's headings if it has at least two known ones with a gap between them; otherwise undefined. */
function mainCells(line: Line): HeadingCell[] | undefined {
  if (lineWords(line).length > MAX_HEADING_WORDS || hasAmount(line) || line.segments.length < 2) return undefined;
  const cells = splitHeadings(line);
  return countKnown(cells) >= 2 ? cells : undefined;
}

/** The main line of a wrapped heading is the one with the most headings. */
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

/** Item tables have a money column and something that the money is for; tables of tax bases and payments do not. */
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

function lineWords(line: Line): readonly Word[] {
  return line.segments.flatMap((segment) => segment.words);
}

function hasAmount(line: Line): boolean {
  return line.segments.some((segment) => /\d[.,]\d{2}(?!\d)/.test(segment.text));
}
