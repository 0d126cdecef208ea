import type { Band } from './bands.ts';
import type { Mark } from './find-marks.ts';
import type { PageShape } from './page-shape.ts';

/**
 * Letters that follow each other on one line, found by the ink alone: on photos, where lines bend and the light
 * changes, the recogniser overlooks whole lines or cuts them askew.
 */
export interface TextRun {
  /** From the first to the last letter: `a` along the run, `b` across it, in the frame that `slope` makes level. */
  readonly box: Band;
  /** Radians; this run's slope in the picture, and how much of it is its own and not the page's. */
  readonly slope: number;
  readonly ownSlope: number;
  /** Its words from left to right, in the same frame. */
  readonly words: readonly Band[];
  /** Share of its letters that stand on its baseline; most of them in print, some in a texture. */
  readonly onBaseline: number;
}

/** Heights of letters as shares of the page's typical one. */
const MIN_HEIGHT = 0.45;
const MAX_HEIGHT = 2.6;
/** Letters that touch: a mark is at most so many times as wide as high. */
const MAX_ASPECT = 8;
/** A letter follows another within so many heights; further off another column begins. */
const MAX_GAP = 1.3;
/** ... and reaches back under it no further than this. */
const MAX_BACK = 0.6;
/** Both share this much of the lower one's height, and neither is so many times as high as the other. */
const MIN_OVERLAP = 0.45;
const MAX_RATIO = 2.2;
/** Where a run stands is judged by so many of its last letters. */
const LAST_LETTERS = 5;
/** Fewer letters are specks. */
const MIN_LETTERS = 3;
/** A gap that is wider than usual by this share of the height parts two words. */
const WORD_GAP = 0.35;
/** A longer run goes on in another one, cut at its widest gap: 16 heights are read in some 90 ms on one quiet core. */
const MAX_LENGTH = 16;
/** A run of fewer letters takes the slope of the page; paper curls by at most this many radians. */
const LETTERS_FOR_SLOPE = 6;
const MAX_OWN_SLOPE = 0.12;
/** Shares of the letters over whose top, and under whose bottom, the run does not reach: ascenders and specks. */
const TOP_SHARE = 0.15;
const BOTTOM_SHARE = 0.85;
/** A letter stands on the baseline when its foot is at most this share of the run's height away from it. */
const BASELINE_TOLERANCE = 0.12;

/** Every run of letters of a page, in no particular order. */
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

/** A part of a run in the frame that makes the page level. */
export function onPageOf(part: Band, { ownSlope }: TextRun): Band {
  return turned(part, -ownSlope);
}

/** Each letter behind the nearest run that it goes on. Runs whose end lies `reach` behind are over. */
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
    // Of equal gaps the one nearest to the middle: the parts shall not be crumbs.
    const worth = gap - (height * Math.abs(2 * at - run.length)) / run.length;
    if (worth > most) [widest, most] = [at, worth];
  }
  return [run.slice(0, widest), run.slice(widest)].flatMap((part) => (part.length < run.length ? cutLong(part) : []));
}

/** Letters that touch are one mark. */
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

/** The middle one of the gaps between letters; letters that overlap have none. */
function usualGap(letters: readonly Band[]): number {
  const gaps = letters.slice(1).map(({ a0 }, index) => Math.max(0, a0 - (letters[index]?.a1 ?? a0)));
  return gaps.toSorted((one, other) => one - other)[gaps.length >> 1] ?? 0;
}

function placed({ x0, y0, x1, y1 }: Mark, slope: number): Band {
  const { a0, a1, b0, b1 } = turned({ a0: x0, a1: x1, b0: y0, b1: y1 }, slope);
  // The upright box of a long slanted mark is higher than the mark.
  const cut = Math.min(b1 - b0 - 1, (x1 - x0) * Math.abs(Math.sin(slope))) / 2;
  return { a0, a1, b0: b0 + Math.max(0, cut), b1: b1 - Math.max(0, cut) };
}

/** A box of the same size around its middle, turned with it around the top left of the picture. */
function turned({ a0, a1, b0, b1 }: Band, by: number): Band {
  const [cos, sin] = [Math.cos(by), Math.sin(by)];
  const [x, y] = [(a0 + a1) / 2, (b0 + b1) / 2];
  const [a, b] = [x * cos + y * sin, y * cos - x * sin];
  return { a0: a - (a1 - a0) / 2, a1: a + (a1 - a0) / 2, b0: b - (b1 - b0) / 2, b1: b + (b1 - b0) / 2 };
}

/** Least squares through the letters' middles. */
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
