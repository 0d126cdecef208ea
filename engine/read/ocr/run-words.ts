import type { Band } from './bands.ts';
import type { ReadLetter } from './decode-letters.ts';
import type { TextRun } from './text-runs.ts';

/** A word of a run, in the frame of the run. */
export interface RunWord {
  readonly text: string;
  /** Probability that all its letters are right, in [0, 1]. */
  readonly certainty: number;
  readonly part: Band;
}

interface Gap {
  readonly from: number;
  readonly to: number;
}

/**
 * The letters that the reader saw in a run as words: parted where it saw a space, and where the ink has a gap, but not
 * around a decimal point, which tills print with a gap on both sides. `place` is what the reader was shown.
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
    if (last !== undefined && !space && (gap === undefined || isPoint(last.text, letter.text))) {
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

function isPoint(text: string, next: string): boolean {
  return (/\d[.,]$/.test(text) && /\d/.test(next)) || (/\d$/.test(text) && /[.,]/.test(next));
}
