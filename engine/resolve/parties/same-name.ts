import { foldText } from '../../normalise/fold-text.ts';
import type { ResolveContext } from '../base/context.ts';

/** The letters and digits of a name, for comparison. */
export function letters(name: string): string {
  return foldText(name).replace(/[^a-z0-9]/g, '');
}

/**
 * Letters of several names, without duplicates. A letter has one sender and few recipients; of a list of companies only
 * the first are compared.
 */
export function lettersOf(names: readonly string[]): readonly string[] {
  return [...new Set(names.map(letters))].slice(0, MOST_COMPARED);
}

const MOST_COMPARED = 100;

export function same(x: string, y: string): boolean {
  return x !== '' && y !== '' && (x === y || (x.length > 5 && y.length > 5 && (x.startsWith(y) || y.startsWith(x))));
}

/** The first page, folded, one segment per line. */
export function foldedPage(context: ResolveContext): string {
  const lines = context.pages[0]?.layout.lines ?? [];
  return lines.flatMap(({ segments }) => segments.map(({ text }) => foldText(text))).join('\n');
}

/** True if the name appears in more than one segment of the page. */
export function isRepeated(name: string, page: string): boolean {
  const folded = foldText(name);
  if (folded.length < 4) return false;
  const first = page.indexOf(folded);
  const next = first < 0 ? -1 : page.indexOf('\n', first + folded.length);
  return next >= 0 && page.includes(folded, next);
}
