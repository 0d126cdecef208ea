import type { Link } from '../../candidates/links.ts';
import type { Span } from '../../layout/lines.ts';

/** Numbers of documents and orders may have blanks: "PK 20 417", "FS 58/2024". Dates and amounts have forms of their own. */
const NUMBER_FIELD = /^(?:invoice|purchase_order|order|contract|credit_note)_number$/;
/** Capitals before a number that are words of its caption and no part of it. */
const CAPTION_WORDS: ReadonlySet<string> = new Set([
  'NO',
  'NR',
  'ID',
  'NUM',
  'OF',
  'DE',
  'DU',
  'VOM',
  'FROM',
  'PO',
  'REF',
  'TO',
  'FOR',
]);
const SERIES = /^\p{Lu}{1,4}$/u;
/** Groups of digits behind the first one. */
const GROUP = /^\d{2,5}$/;
const MOST_GROUPS = 3;

/** The words of a number that blanks cut up, when it is all that stands behind its label; undefined for one word. */
export function wholeNumber(name: string, { label, candidate, relation }: Link): Span | undefined {
  if (!NUMBER_FIELD.test(name) || (relation !== 'inline' && relation !== 'right')) return undefined;
  const { segment, start, end } = candidate;
  const first = relation === 'inline' ? label.end : 0;
  const words = segment.words.map(({ text }) => text);
  const before = words.slice(first, start).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const [series] = before;
  const isSeries = before.length === 1 && series !== undefined && SERIES.test(series) && !CAPTION_WORDS.has(series);
  const from = isSeries && words[start - 1] === series ? start - 1 : start;
  const groups = words.slice(end);
  const isGrouped =
    /\d$/.test(words[end - 1] ?? '') &&
    groups.length > 0 &&
    groups.length <= MOST_GROUPS &&
    groups.every((word) => GROUP.test(word));
  const to = isGrouped ? words.length : end;
  return from === start && to === end ? undefined : { segment, start: from, end: to };
}
