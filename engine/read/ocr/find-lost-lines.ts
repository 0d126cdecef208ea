import type { Band } from './bands.ts';
import type { Mark } from './find-marks.ts';
import type { PageShape } from './page-shape.ts';
import type { BandWords } from './read-again.ts';
import { READABLE } from './straight-words.ts';

/** Sides of a mark that is certainly a letter, or several touching letters, in letter heights of the page. */
const MIN_HEIGHT = 0.5;
const MAX_HEIGHT = 1.9;
const MAX_WIDTH = 6;
/** A word's box may be this much tighter than its ink, in letter heights. */
const SLACK = 0.25;
/** Letters are on the same line if their centres differ by less than this. */
const SAME_LINE = 0.6;
/** Maximum pieces of ink per character: an i and its dot, letters broken by bad print. */
const MOST_PER_SIGN = 3;
/** A wider gap may hold words that were read. */
const MAX_GAP = 2;
/** Less contiguous ink than this, in letter heights, is a bullet or dirt. */
const MIN_INK = 1.5;
/** White margin around a lost line. */
const MARGIN = 0.7;
/** A page that lost more lines is an image or noise: reading it line by line would take long and yield little. */
const MAX_LOST = 16;

/**
 * Finds runs of letters that no recognised word covers, in the straightened frame: a recogniser drops lines of small
 * print beside large print, and table rows. Returns none if so many are lost that the page is not text.
 */
export function findLostLines(marks: readonly Mark[], shape: PageShape, read: readonly BandWords[]): readonly Band[] {
  const letters = placedLetters(marks, shape);
  const covered = new Set<Letter>();
  for (const { band, words } of read) {
    for (const { text, box, confidence } of words) {
      if (confidence < READABLE) continue;
      const own = widened(band.a0 + box[0], band.b0 + box[1], band.a0 + box[2], band.b0 + box[3], shape);
      const inside = letters.filter(({ a, b }) => holds(own, a, b));
      // If the box of a dash spans a whole date, only the dash was read.
      if (inside.length <= MOST_PER_SIGN * text.length) for (const letter of inside) covered.add(letter);
    }
  }
  const lost = letters.filter((letter) => !covered.has(letter));
  const stretches = linesOf(lost, shape).flatMap((line) => stretchesOf(line, shape));
  const ink = (stretch: readonly Letter[]) => stretch.reduce((sum, { halfWidth }) => sum + 2 * halfWidth, 0);
  const found = stretches
    .filter((stretch) => ink(stretch) >= MIN_INK * shape.letterHeight)
    .map((stretch) => around(stretch, shape));
  return found.length > MAX_LOST ? [] : found;
}

interface Letter {
  /** Horizontal centre. */
  readonly a: number;
  readonly b: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

function placedLetters(marks: readonly Mark[], { letterHeight, slope }: PageShape): Letter[] {
  const [cos, sin] = [Math.cos(slope), Math.sin(slope)];
  return marks.flatMap(({ x0, y0, x1, y1 }) => {
    const [width, height] = [x1 - x0, y1 - y0];
    if (height < MIN_HEIGHT * letterHeight || height > MAX_HEIGHT * letterHeight || width > MAX_WIDTH * letterHeight)
      return [];
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
    return [{ a: x * cos + y * sin, b: y * cos - x * sin, halfWidth: width / 2, halfHeight: height / 2 }];
  });
}

function linesOf(letters: readonly Letter[], { letterHeight }: PageShape): Letter[][] {
  const lines: Letter[][] = [];
  for (const letter of letters.toSorted((one, other) => one.b - other.b)) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line === undefined || first === undefined || letter.b - first.b > SAME_LINE * letterHeight)
      lines.push([letter]);
    else line.push(letter);
  }
  return lines;
}

function stretchesOf(line: readonly Letter[], { letterHeight }: PageShape): Letter[][] {
  const stretches: Letter[][] = [];
  for (const letter of line.toSorted((one, other) => one.a - other.a)) {
    const stretch = stretches.at(-1);
    const last = stretch?.at(-1);
    const gap = last === undefined ? Infinity : letter.a - letter.halfWidth - last.a - last.halfWidth;
    if (stretch === undefined || gap > MAX_GAP * letterHeight) stretches.push([letter]);
    else stretch.push(letter);
  }
  return stretches;
}

function around(letters: readonly Letter[], { letterHeight }: PageShape): Band {
  const margin = MARGIN * letterHeight;
  return {
    a0: Math.min(...letters.map(({ a, halfWidth }) => a - halfWidth)) - margin,
    b0: Math.min(...letters.map(({ b, halfHeight }) => b - halfHeight)) - margin / 2,
    a1: Math.max(...letters.map(({ a, halfWidth }) => a + halfWidth)) + margin,
    b1: Math.max(...letters.map(({ b, halfHeight }) => b + halfHeight)) + margin / 2,
  };
}

function widened(a0: number, b0: number, a1: number, b1: number, { letterHeight }: PageShape): Band {
  const slack = SLACK * letterHeight;
  return { a0: a0 - slack, b0: b0 - slack, a1: a1 + slack, b1: b1 + slack };
}

function holds(box: Band, a: number, b: number): boolean {
  return a > box.a0 && a < box.a1 && b > box.b0 && b < box.b1;
}
