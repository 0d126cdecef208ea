import type { Link } from '../../candidates/links.ts';
import type { Signal } from '../base/signals.ts';

export interface Scored {
  readonly value: string;
  readonly other: string | undefined;
  readonly score: number;
  readonly links: readonly Link[];
}

/** Numbers with at most this many letters and digits are as often a page, a year or a count. */
const SHORT_NUMBER = 4;

/** A value that a label leads to less clearly than this share of the best is no rival. */
const RIVAL_SHARE = 0.72;

/** The contradictions at a labelled value. */
export function labelSignals(name: string, best: Scored, rest: readonly Scored[]): readonly Signal[] {
  const link = best.links[0];
  const signs = best.value.replace(/[^\p{L}\p{N}]/gu, '').length;
  const rivals = rest.filter(({ score }) => score > RIVAL_SHARE * best.score);
  const found: readonly (Signal | false)[] = [
    rivals.length > 0 && 'alternative',
    rivals.length > 1 && 'alternatives',
    /_number$/.test(name) && signs <= SHORT_NUMBER && 'short_number',
    link !== undefined && link.relation !== 'below' && link.between > 0 && 'words_between',
    link !== undefined && isTail(link) && 'tail_of_caption',
    link !== undefined && isCutOut(link) && 'cut_out',
  ];
  return found.filter((signal) => signal !== false);
}

/** A word of letters stands right before the label, and is neither the end of another value nor of a sentence. */
function isTail({ label }: Link): boolean {
  const before = label.segment.words[label.start - 1]?.text;
  return before !== undefined && /^\p{L}[\p{L}.'’-]*$/u.test(before) && !before.endsWith('.');
}

/** A letter or digit touches the value. */
function isCutOut({ candidate }: Link): boolean {
  const { segment, textStart, textEnd } = candidate;
  return /[\p{L}\p{N}]/u.test(segment.text.charAt(textStart - 1)) || /[\p{L}\p{N}]/u.test(segment.text.charAt(textEnd));
}
