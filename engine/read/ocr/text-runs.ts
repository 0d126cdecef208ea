import type { Band } from './bands.ts';
import type { Mark } from './find-marks.ts';
import type { PageShape } from './page-shape.ts';

/**
 * Consecutive letters on one line, found from the ink alone: on photos with curved lines and uneven light, the
 * recogniser overlooks whole lines or cuts them askew.
 */
export interface TextRun {
  /** From the first to the last letter: `a` along the run, `b` across it, in the frame that `slope` makes level. */
  readonly box: Band;
  /** In radians: the run's slope in the image, and its difference from the page's slope. */
  readonly slope: number;
  readonly ownSlope: number;
  /** Its words from left to right, in the same frame. */
  readonly words: readonly Band[];
  /** Share of its letters on the baseline; most of them in print, few in a texture. */
  readonly onBaseline: number;
}

/** Letter heights as shares of the page's typical height. */
const MIN_HEIGHT = 0.45;
const MAX_HEIGHT = 2.6;
/** Maximum ratio of width to height of a mark: letters may touch. */
const MAX_ASPECT = 8;
/** Maximum gap between consecutive letters, in heights; a wider gap starts another column. */
const MAX_GAP = 1.3;
/** ... and their maximum horizontal overlap. */
const MAX_BACK = 0.6;
/** Minimum vertical overlap, as a share of the lower letter's height, and maximum ratio of their heights. */
const MIN_OVERLAP = 0.45;
const MAX_RATIO = 2.2;
/** Number of last letters that determine the vertical position of a run. */
const LAST_LETTERS = 5;
/** Fewer letters are specks. */
const MIN_LETTERS = 3;
/** A gap wider than usual by this share of the height separates two words. */
const WORD_GAP = 0.35;
/** A longer run is split at its widest gap: 16 heights take about 90 ms to read on one idle core. */
const MAX_LENGTH = 16;
/** A run with fewer letters gets the slope of the page; paper curls by at most this many radians. */
const LETTERS_FOR_SLOPE = 6;
const MAX_OWN_SLOPE = 0.12;
/** Shares of letters that may extend above and below the run's box: ascenders and specks. */
const TOP_SHARE = 0.15;
const BOTTOM_SHARE = 0.85;
/** A letter is on the baseline if its foot is at most this share of the run's height away from it. */
const BASELINE_TOLERANCE = 0.12;

/** Returns all runs of letters of a page, in no particular order. */
export function findTextRuns(marks: readonly Mark[], { letterHeight, slope }: PageShape): readonly TextRun[] {
  const letters = marks
    .map((mark) => placed(mark, slope))
    .filter(({ a0, a1, b0, b1 }) => {
      const height = b1 - b0;
      const fits = height >= MIN_HEIGHT * letterHeight && height <= MAX_HEIGHT * letterHeight;
      return fits && a1 - a0 <= MAX_ASPECT * height;
    })
    .toSorted((one, other) => one.a0 - other.a0);
  return chain(letters, MAX_HEIGHT * MAX_GAP * letterHeight)
    .flatMap(cutLong)
    .filter((run) => countOf(run) >= MIN_LETTERS)
    .map((run) => toRun(run, slope));
}

/** Maps a part of a run to the frame that makes the page level. */
export function onPageOf(part: Band, { ownSlope }: TextRun): Band {
  return turned(part, -ownSlope);
}

/** Appends each letter to the nearest run it continues. Runs that end more than `reach` before it are complete. */
function chain(letters: readonly Band[], reach: number): readonly (readonly Band[])[] {
  const done: Band[][] = [];
  let open: Band[][] = [];
  for (const letter of letters) {
    const still: Band[][] = [];
    let best: Band[] | undefined;
    let least = Infinity;
    for (const run of open) {
      const gap = letter.a0 - (run.at(-1)?.a1 ?? -Infinity);
      if (gap > reach) {
        done.push(run);
        continue;
      }
      still.push(run);
      if (gap < least && goesOn(run, letter, gap)) [best, least] = [run, gap];
    }
    if (best === undefined) still.push([letter]);
    else best.push(letter);
    open = still;
  }
  return [...done, ...open];
}

function goesOn(run: readonly Band[], letter: Band, gap: number): boolean {
  const last = run.slice(-LAST_LETTERS);
  const top = mean(last.map(({ b0 }) => b0));
  const bottom = mean(last.map(({ b1 }) => b1));
  const low = Math.min(bottom - top, letter.b1 - letter.b0);
  const high = Math.max(bottom - top, letter.b1 - letter.b0);
  if (high > MAX_RATIO * low || gap > MAX_GAP * high || gap < -MAX_BACK * high) return false;
  return Math.min(bottom, letter.b1) - Math.max(top, letter.b0) >= MIN_OVERLAP * low;
}

function cutLong(run: readonly Band[]): readonly (readonly Band[])[] {
  const [first, last] = [run[0], run.at(-1)];
  const height = mean(run.map(({ b0, b1 }) => b1 - b0));
  if (first === undefined || last === undefined || last.a1 - first.a0 <= MAX_LENGTH * height) return [run];
  let widest = 1;
  let most = -Infinity;
  for (let at = 1; at < run.length; at++) {
    const gap = (run[at]?.a0 ?? 0) - (run[at - 1]?.a1 ?? 0);
    // Among equal gaps the one nearest to the middle, so that neither part gets tiny.
    const worth = gap - (height * Math.abs(2 * at - run.length)) / run.length;
    if (worth > most) [widest, most] = [at, worth];
  }
  return [run.slice(0, widest), run.slice(widest)].flatMap((part) => (part.length < run.length ? cutLong(part) : []));
}

/** Estimates the number of letters: touching letters are one mark. */
function countOf(letters: readonly Band[]): number {
  return letters.reduce((sum, { a0, a1, b0, b1 }) => sum + Math.max(1, Math.round((a1 - a0) / (b1 - b0))), 0);
}

function toRun(letters: readonly Band[], pageSlope: number): TextRun {
  const own = letters.length >= LETTERS_FOR_SLOPE ? slopeOf(letters) : 0;
  const level = letters.map((letter) => turned(letter, own)).toSorted((one, other) => one.a0 - other.a0);
  const tops = level.map(({ b0 }) => b0).toSorted((one, other) => one - other);
  const bottoms = level.map(({ b1 }) => b1).toSorted((one, other) => one - other);
  const b0 = tops[Math.floor((tops.length - 1) * TOP_SHARE)] ?? 0;
  const b1 = bottoms[Math.ceil((bottoms.length - 1) * BOTTOM_SHARE)] ?? 0;
  const words: Band[] = [];
  const least = usualGap(level) + WORD_GAP * (b1 - b0);
  for (const { a0, a1 } of level) {
    const last = words.at(-1);
    if (last !== undefined && a0 - last.a1 < least) words[words.length - 1] = { ...last, a1: Math.max(last.a1, a1) };
    else words.push({ a0, a1, b0, b1 });
  }
  const box = { a0: words[0]?.a0 ?? 0, a1: Math.max(...words.map(({ a1 }) => a1)), b0, b1 };
  const baseline = bottoms[bottoms.length >> 1] ?? 0;
  const standing = bottoms.filter((foot) => Math.abs(foot - baseline) <= BASELINE_TOLERANCE * (b1 - b0)).length;
  return { box, slope: pageSlope + own, ownSlope: own, words, onBaseline: standing / Math.max(1, bottoms.length) };
}

/** Median gap between letters; overlapping letters have none. */
function usualGap(letters: readonly Band[]): number {
  const gaps = letters.slice(1).map(({ a0 }, index) => Math.max(0, a0 - (letters[index]?.a1 ?? a0)));
  return gaps.toSorted((one, other) => one - other)[gaps.length >> 1] ?? 0;
}

function placed({ x0, y0, x1, y1 }: Mark, slope: number): Band {
  const { a0, a1, b0, b1 } = turned({ a0: x0, a1: x1, b0: y0, b1: y1 }, slope);
  // The upright bounding box of a long slanted mark is taller than the mark.
  const cut = Math.min(b1 - b0 - 1, (x1 - x0) * Math.abs(Math.sin(slope))) / 2;
  return { a0, a1, b0: b0 + Math.max(0, cut), b1: b1 - Math.max(0, cut) };
}

/** A box of the same size around its centre, rotated about the top left corner of the image. */
function turned({ a0, a1, b0, b1 }: Band, by: number): Band {
  const [cos, sin] = [Math.cos(by), Math.sin(by)];
  const [x, y] = [(a0 + a1) / 2, (b0 + b1) / 2];
  const [a, b] = [x * cos + y * sin, y * cos - x * sin];
  return { a0: a - (a1 - a0) / 2, a1: a + (a1 - a0) / 2, b0: b - (b1 - b0) / 2, b1: b + (b1 - b0) / 2 };
}

/** Least squares fit through the letters' centres. */
function slopeOf(letters: readonly Band[]): number {
  const points = letters.map(({ a0, a1, b0, b1 }) => [(a0 + a1) / 2, (b0 + b1) / 2] as const);
  const [middleA, middleB] = [mean(points.map(([a]) => a)), mean(points.map(([, b]) => b))];
  const shared = points.reduce((sum, [a, b]) => sum + (a - middleA) * (b - middleB), 0);
  const spread = points.reduce((sum, [a]) => sum + (a - middleA) ** 2, 0);
  const slope = spread === 0 ? 0 : Math.atan(shared / spread);
  return Math.max(-MAX_OWN_SLOPE, Math.min(MAX_OWN_SLOPE, slope));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
