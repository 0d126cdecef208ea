import type { Band } from './bands.ts';
import type { ReadLetter } from './decode-letters.ts';
import type { TextRun } from './text-runs.ts';

/** A word of a run, in the frame of the run. */
export interface RunWord {
  readonly text: string;
  /** Probability that all its letters are correct, in [0, 1]. */
  readonly certainty: number;
  readonly part: Band;
}

/** Digits with a smaller gap between them, in heights of the run, form one number. */
const DIGIT_GAP = 0.8;

interface Gap {
  readonly from: number;
  readonly to: number;
}

/**
 * Groups the letters read in a run into words: split at spaces and at gaps in the ink, but not around the separators of
 * a number or a date, which tills print with gaps on both sides. `place` is the area shown to the reader.
 */
export function wordsOfLetters(
  letters: readonly ReadLetter[],
  { box, words }: Pick<TextRun, 'box' | 'words'>,
  place: Band,
): readonly RunWord[] {
  const gaps = words.slice(1).map(({ a0 }, index): Gap => ({ from: words[index]?.a1 ?? a0, to: a0 }));
  const found: RunWord[] = [];
  let space = false;
  let before = -Infinity;
  for (const letter of letters) {
    const at = place.a0 + letter.place * (place.a1 - place.a0);
    if (letter.text === ' ') {
      space = true;
      continue;
    }
    const last = found.at(-1);
    const gap = gaps.find(({ from, to }) => (from + to) / 2 > before && (from + to) / 2 <= at);
    if (last !== undefined && !space && !parts(gap, last.text, letter.text, box)) {
      found[found.length - 1] = {
        ...last,
        text: last.text + letter.text,
        certainty: last.certainty * letter.certainty,
      };
    } else {
      const middle = (before + at) / 2;
      if (last !== undefined)
        found[found.length - 1] = { ...last, part: { ...last.part, a1: Math.max(last.part.a0, gap?.from ?? middle) } };
      const a0 = last === undefined ? box.a0 : (gap?.to ?? middle);
      found.push({ text: letter.text, certainty: letter.certainty, part: { ...box, a0, a1: Math.max(a0, box.a1) } });
    }
    space = false;
    before = at;
  }
  return found;
}

function parts(gap: Gap | undefined, text: string, next: string, { b0, b1 }: Band): boolean {
  return gap !== undefined && !isInNumber(text, next) && !isNarrowDigit(text, next, gap, b1 - b0);
}

/** Separators inside a number, a date or a time. */
function isInNumber(text: string, next: string): boolean {
  return (/\d[.,:/-]$/.test(text) && /\d/.test(next)) || (/\d$/.test(text) && /[.,:/-]/.test(next));
}

/** A narrow digit has white on both sides. */
function isNarrowDigit(text: string, next: string, gap: Gap, height: number): boolean {
  return /\d$/.test(text) && /\d/.test(next) && gap.to - gap.from < DIGIT_GAP * height;
}
