import type { Box } from '#core/domain/result';
import type { Glyph } from './glyph.ts';

/**
 * Finds word boundaries in letter-spaced text (CSS `letter-spacing`, wide titles), whose letters are further apart than
 * words usually are. There, words are separated not by the absolute width of a gap but by how much it exceeds the other
 * gaps of its line.
 */

/**
 * A gap wider than this share of the letter height separates two words of ordinary text; a word space is at least 0.2
 * em in common fonts.
 */
export const WORD_GAP = 0.18;
/** Letters further apart than this share of their height are values in columns or boxes, not one word. */
const MAX_SPACING = 0.6;
/** Letters closer than this are ordinary text. */
const MIN_SPACING = 0.14;
/** Fewer letters cannot establish a spacing; they use that of other lines of their size, if it fits. */
const MIN_LETTERS = 4;
/** Rounding to pixels shifts each letter; gaps of one line differ by at most this share of the letter height. */
const MAX_UNEVENNESS = 0.12;
const MAX_BASELINE_SHIFT = 0.05;
/** A wider gap starts another column. */
const MAX_GAP = 1.2;

/**
 * For letter-spaced text: maps the index of a glyph to the gap before it, as a share of the letter height, beyond which
 * it starts a new word.
 */
export function spacedGaps(glyphs: readonly Glyph[]): ReadonlyMap<number, number> {
  const wider = new Map<number, number>();
  let line: { readonly index: number; readonly gap: number; readonly doubted: boolean }[] = [];
  let sum = 0;
  let guesses = 0;
  let last: Glyph | undefined;
  const known = new Map<number, number>();
  const close = () => {
    // If most letters have no guessed space between them, the guesses are correct: they separate words.
    const guessesAreLetters = guesses === 0 || (line.length > MIN_LETTERS && guesses * 2 > line.length);
    if (sum > MIN_SPACING * line.length && guessesAreLetters) {
      const spacing = spacingOf(
        line.map(({ gap }) => gap),
        known.get(last?.size ?? 0),
      );
      if (spacing !== undefined) {
        for (const { index } of line) wider.set(index, spacing + WORD_GAP);
        known.set(last?.size ?? 0, spacing);
      }
    }
    // A doubted guess is correct if its gap is wider than the others of its line; fonts may overlap their letters.
    if (line.some(({ doubted }) => doubted)) {
      const middle = middleOf(line.map(({ gap }) => gap));
      for (const { index, gap, doubted } of line)
        if (doubted && gap > middle + MAX_UNEVENNESS) wider.set(index, Number.NEGATIVE_INFINITY);
    }
    line = [];
    sum = 0;
    guesses = 0;
  };
  let spaceSeen = false;
  let guess: Glyph['guessed'];
  for (const [index, glyph] of glyphs.entries()) {
    if (glyph.text === ' ') {
      if (glyph.guessed) guess = glyph.guessed;
      else spaceSeen = true;
      continue;
    }
    const gap = gapOnLine(last, glyph, spaceSeen);
    if (gap === undefined) close();
    else if (!spaceSeen) {
      line.push({ index, gap, doubted: guess === 'doubted' });
      sum += gap;
      if (guess !== undefined) guesses += 1;
    }
    last = glyph;
    spaceSeen = false;
    guess = undefined;
  }
  close();
  return wider;
}

/** The spacing shared by most gaps of a line; undefined if they do not agree. */
function spacingOf(gaps: readonly number[], known: number | undefined): number | undefined {
  const middle = middleOf(gaps);
  const spacing = gaps.length + 1 < MIN_LETTERS ? known : middle;
  if (spacing === undefined || spacing < MIN_SPACING || spacing > MAX_SPACING) return undefined;
  const even = gaps.filter((gap) => Math.abs(gap - spacing) <= MAX_UNEVENNESS).length;
  return even * 4 >= gaps.length * 3 ? spacing : undefined;
}

function middleOf(gaps: readonly number[]): number {
  return gaps.toSorted((a, b) => a - b)[Math.floor((gaps.length - 1) / 2)] ?? 0;
}

/**
 * The gap between two glyphs of the same line and size, as a share of the letter height; undefined if the line does not
 * continue.
 */
function gapOnLine(last: Glyph | undefined, glyph: Glyph, spaceBetween: boolean): number | undefined {
  if (last === undefined || last.size !== glyph.size || last.size === 0) return undefined;
  const [dx, dy] = last.direction;
  if (glyph.direction[0] !== dx || glyph.direction[1] !== dy) return undefined;
  const shift = Math.abs((glyph.origin[0] - last.origin[0]) * -dy + (glyph.origin[1] - last.origin[1]) * dx);
  if (shift > last.size * MAX_BASELINE_SHIFT) return undefined;
  const gap = (startAlong(glyph.box, last.direction) - endAlong(last.box, last.direction)) / last.size;
  return gap > -MAX_GAP / 2 && gap <= (spaceBetween ? 2 : 1) * MAX_GAP ? gap : undefined;
}

export function startAlong(box: Box, [dx, dy]: Glyph['direction']): number {
  return Math.min(dx * box[0], dx * box[2]) + Math.min(dy * box[1], dy * box[3]);
}

export function endAlong(box: Box, [dx, dy]: Glyph['direction']): number {
  return Math.max(dx * box[0], dx * box[2]) + Math.max(dy * box[1], dy * box[3]);
}
