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
  const line = new GapLine();
  let last: Glyph | undefined;
  const known = new Map<number, number>();
  const close = () => {
    const { gaps, indexes, guesses, doubted } = line;
    // If most letters have no guessed space between them, the guesses are correct: they separate words.
    const guessesAreLetters = guesses === 0 || (gaps.length > MIN_LETTERS && guesses * 2 > gaps.length);
    if (line.sum > MIN_SPACING * gaps.length && guessesAreLetters) {
      const spacing = spacingOf(gaps, known.get(last?.size ?? 0));
      if (spacing !== undefined) {
        for (const index of indexes) wider.set(index, spacing + WORD_GAP);
        known.set(last?.size ?? 0, spacing);
      }
    }
    // A doubted guess is correct if its gap is wider than the others of its line; fonts may overlap their letters.
    if (doubted.length > 0) {
      const middle = middleOf(gaps);
      for (const place of doubted)
        if ((gaps[place] ?? 0) > middle + MAX_UNEVENNESS) wider.set(indexes[place] ?? -1, Number.NEGATIVE_INFINITY);
    }
    line.clear();
  };
  let spaceSeen = false;
  let guess: Glyph['guessed'];
  for (let index = 0; index < glyphs.length; index++) {
    const glyph = glyphs[index];
    if (glyph === undefined) continue;
    if (glyph.text === ' ') {
      if (glyph.guessed) guess = glyph.guessed;
      else spaceSeen = true;
      continue;
    }
    const gap = gapOnLine(last, glyph, spaceSeen);
    if (gap === undefined) close();
    else if (!spaceSeen) line.add(index, gap, guess);
    last = glyph;
    spaceSeen = false;
    guess = undefined;
  }
  close();
  return wider;
}

/** The gaps of one line, in arrays that are reused: every letter of a document passes through here. */
class GapLine {
  readonly indexes: number[] = [];
  readonly gaps: number[] = [];
  /** Places in `gaps`. */
  readonly doubted: number[] = [];
  guesses = 0;
  sum = 0;

  add(index: number, gap: number, guess: Glyph['guessed']): void {
    if (guess === 'doubted') this.doubted.push(this.gaps.length);
    if (guess !== undefined) this.guesses += 1;
    this.indexes.push(index);
    this.gaps.push(gap);
    this.sum += gap;
  }

  clear(): void {
    this.indexes.length = 0;
    this.gaps.length = 0;
    this.doubted.length = 0;
    this.guesses = 0;
    this.sum = 0;
  }
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
  if (dx === 1 && dy === 0) return gapOnLevelLine(last, glyph, spaceBetween);
  const shift = Math.abs((glyph.origin[0] - last.origin[0]) * -dy + (glyph.origin[1] - last.origin[1]) * dx);
  if (shift > last.size * MAX_BASELINE_SHIFT) return undefined;
  const gap = (startAlong(glyph.box, last.direction) - endAlong(last.box, last.direction)) / last.size;
  return continues(gap, spaceBetween) ? gap : undefined;
}

/** The same for text from left to right, which nearly all text is. */
function gapOnLevelLine(last: Glyph, glyph: Glyph, spaceBetween: boolean): number | undefined {
  if (Math.abs(glyph.origin[1] - last.origin[1]) > last.size * MAX_BASELINE_SHIFT) return undefined;
  const gap = (glyph.box[0] - last.box[2]) / last.size;
  return continues(gap, spaceBetween) ? gap : undefined;
}

function continues(gap: number, spaceBetween: boolean): boolean {
  return gap > -MAX_GAP / 2 && gap <= (spaceBetween ? 2 : 1) * MAX_GAP;
}

export function startAlong(box: Box, [dx, dy]: Glyph['direction']): number {
  return Math.min(dx * box[0], dx * box[2]) + Math.min(dy * box[1], dy * box[3]);
}

export function endAlong(box: Box, [dx, dy]: Glyph['direction']): number {
  return Math.max(dx * box[0], dx * box[2]) + Math.max(dy * box[1], dy * box[3]);
}
