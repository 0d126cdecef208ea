import type { BoxValue } from '../../candidates/form-values.ts';
import type { PageLayout } from '../../layout/lines.ts';
import type { Word } from '../../model.ts';

const YEAR = /^20[0-4]\d$/;

/**
 * The calendar year of a form: after "For calendar year", in one word or as `20` and two digits, else the largest year.
 */
export function formYear(layout: PageLayout): BoxValue | undefined {
  const words = layout.lines.flatMap(({ segments }) => segments.flatMap((segment) => segment.words));
  const printed = words.flatMap((_, index) => yearAt(words, index) ?? []);
  const stated = layout.lines.flatMap(({ box, segments }) =>
    segments.some(({ text }) => /calendar year/i.test(text)) ? [box] : [],
  );
  const below = printed.filter(({ words: [word] }) =>
    stated.some((box) => word !== undefined && word.box[1] >= box[1] - 2 && word.box[1] < box[3] + 2.5 * word.size),
  );
  return largest(below) ?? largest(printed);
}

function yearAt(words: readonly Word[], index: number): BoxValue | undefined {
  const word = words[index];
  const next = words[index + 1];
  if (word === undefined) return undefined;
  const text = word.text.replace(/[.,|\s]/g, '');
  if (YEAR.test(text)) return { value: text, words: [word] };
  // The last two digits are printed separately, to be filled in.
  const follows = next !== undefined && next.box[0] - word.box[2] < 2 * word.size && /^[0-4]\d$/.test(next.text);
  return text === '20' && follows ? { value: `20${next.text}`, words: [word, next] } : undefined;
}

function largest(years: readonly BoxValue[]): BoxValue | undefined {
  return years.toSorted((a, b) => (b.words[0]?.size ?? 0) - (a.words[0]?.size ?? 0))[0];
}
