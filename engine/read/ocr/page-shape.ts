import type { Mark } from './find-marks.ts';

/** Layout of a page's text, estimated from its marks. */
export interface PageShape {
  /** Height of capital letters and digits in pixels. */
  readonly letterHeight: number;
  /** Slope of the lines of text: radians, positive where they fall to the right. */
  readonly slope: number;
}

/** Sides of a mark that may be a letter, in pixels and as a share of the page's longer side. */
const MIN_LETTER = 5;
const MAX_LETTER_SHARE = 0.06;
/** Maximum ratio between the sides of a letter, in either direction; several letters may touch. */
const MAX_ASPECT = 6;
/** Slopes tried: for a page fed askew, not a page photographed from the corner. */
const MAX_SLOPE_DEGREES = 10;
const COARSE_STEP_DEGREES = 0.5;
const FINE_STEP_DEGREES = 0.1;
/** Marks sampled to measure the slope; more do not change it. */
const MAX_SAMPLES = 3_000;
/** Fewer marks are not enough to measure slope or direction. */
const MIN_SAMPLES = 12;
/** How much sharper vertical lines must be before a page counts as sideways. */
const SIDEWAYS_MARGIN = 1.3;

/** Measures the layout of text read left to right; `undefined` for a page without anything like letters. */
export function judgeShape(marks: readonly Mark[], width: number, height: number): PageShape | undefined {
  const letters = lettersOf(marks, width, height);
  if (letters.length === 0) return undefined;
  const letterHeight = typicalSide(letters, false);
  return {
    letterHeight,
    slope: letters.length < MIN_SAMPLES ? 0 : steepest(feetOf(letters, false), letterHeight).slope,
  };
}

/**
 * True if the lines of text appear to run vertically. Tables and noise can cause false positives: verify by reading.
 */
export function liesSideways(marks: readonly Mark[], width: number, height: number): boolean {
  const letters = lettersOf(marks, width, height);
  if (letters.length < MIN_SAMPLES) return false;
  const upright = steepest(feetOf(letters, false), typicalSide(letters, false));
  const turned = steepest(feetOf(letters, true), typicalSide(letters, true));
  return turned.sharpness > upright.sharpness * SIDEWAYS_MARGIN;
}

type Foot = readonly [along: number, across: number];

/** Position of letters: the middle of their lower edge, or of their right edge on a sideways page. */
function feetOf(letters: readonly Mark[], sideways: boolean): readonly Foot[] {
  const step = Math.max(1, Math.floor(letters.length / MAX_SAMPLES));
  return letters
    .filter((_, index) => index % step === 0)
    .map(({ x0, y0, x1, y1 }) => (sideways ? [(y0 + y1) / 2, x1] : [(x0 + x1) / 2, y1]));
}

/** Marks with the size and proportions of a letter. */
export function lettersOf(marks: readonly Mark[], width: number, height: number): Mark[] {
  const largest = Math.max(width, height) * MAX_LETTER_SHARE;
  return marks.filter(({ x0, y0, x1, y1 }) => {
    const w = x1 - x0;
    const h = y1 - y0;
    return (
      Math.max(w, h) >= MIN_LETTER &&
      Math.min(w, h) >= 2 &&
      Math.max(w, h) <= largest &&
      Math.max(w, h) <= MAX_ASPECT * Math.min(w, h)
    );
  });
}

/** Median letter height weighted by size, so that dots and specks do not count. */
function typicalSide(letters: readonly Mark[], sideways: boolean): number {
  const sides = letters.map(({ x0, y0, x1, y1 }) => (sideways ? x1 - x0 : y1 - y0)).sort((a, b) => a - b);
  const half = sides.reduce((sum, side) => sum + side, 0) / 2;
  let sum = 0;
  for (const side of sides) {
    sum += side;
    if (sum >= half) return side;
  }
  return sides.at(-1) ?? 0;
}

/**
 * The slope at which the letters' feet fall into the fewest, fullest rows (projection profile). Sharpness is the mean
 * square of the rows' fill, comparable between directions of the same sample.
 */
function steepest(feet: readonly Foot[], letterHeight: number): { readonly slope: number; readonly sharpness: number } {
  const bin = Math.max(1, letterHeight / 4);
  let best = { slope: 0, sharpness: sharpnessAt(feet, 0, bin) };
  const attempt = (degrees: number) => {
    const slope = (degrees * Math.PI) / 180;
    const sharpness = sharpnessAt(feet, slope, bin);
    if (sharpness > best.sharpness) best = { slope, sharpness };
  };
  for (let d = -MAX_SLOPE_DEGREES; d <= MAX_SLOPE_DEGREES; d += COARSE_STEP_DEGREES) attempt(d);
  const middle = (best.slope * 180) / Math.PI;
  for (let d = -COARSE_STEP_DEGREES; d <= COARSE_STEP_DEGREES; d += FINE_STEP_DEGREES) attempt(middle + d);
  return best;
}

function sharpnessAt(feet: readonly Foot[], slope: number, bin: number): number {
  const tangent = Math.tan(slope);
  const rows = new Map<number, number>();
  for (const [along, across] of feet) {
    const row = Math.round((across - along * tangent) / bin);
    rows.set(row, (rows.get(row) ?? 0) + 1);
  }
  let sum = 0;
  for (const count of rows.values()) sum += count * count;
  return sum / feet.length;
}
