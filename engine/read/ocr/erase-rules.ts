import { type Rule, rulesOf } from '../form-cells/find-rules.ts';
import type { Picture } from '../image/picture.ts';
import type { Mark } from './find-marks.ts';
import type { PageShape } from './page-shape.ts';

/** Lengths in letter heights of the page: no letter stroke, dash or logo is as long. */
const MIN_ACROSS = 8;
const MIN_DOWN = 3;
/** A stroke thicker than this share of a letter is a bar or part of a title. */
const MAX_THICKNESS = 0.3;
/** Ink and its blurred edge are darker than these shares of the paper's grey. */
const INK_SHARE = 0.85;
const EDGE_SHARE = 0.96;
/** Nested frames that together cover more than this multiple of the page are a photo. */
const MAX_AREA = 3;
/** Width in pixels of the blur on each side of a rule. */
const EDGE = 2;
/** Minimum share of a rule's length with paper on both sides. */
const MIN_ALONE = 0.6;
/** At least half of a table is paper of one grey; a photo or the pattern of a card has less. */
const EVEN_SHARE = 0.5;
const EVEN_WITHIN = 0.04;
/** The paper of a frame is lighter than this share of the pixels in it. */
const LIGHTER_THAN = 0.7;

/**
 * Returns the image without the printed rules of its tables and frames, or the same image if it has none. A recogniser
 * drops whole rows between rules. Letters that cross a rule keep their strokes.
 */
export function eraseRules(picture: Picture, marks: readonly Mark[], shape: PageShape): Picture {
  const frames = marks.filter((mark) => mayHoldRules(mark, shape.letterHeight));
  if (frames.length === 0) return picture;
  const pixels = picture.pixels.slice();
  let left = MAX_AREA * picture.width * picture.height;
  for (const frame of frames) {
    left -= (frame.x1 - frame.x0) * (frame.y1 - frame.y0);
    if (left < 0) break;
    eraseIn(frame, { ...picture, pixels }, shape);
  }
  return { ...picture, pixels };
}

function mayHoldRules({ x0, x1, y0, y1 }: Mark, letterHeight: number): boolean {
  return x1 - x0 >= MIN_ACROSS * letterHeight || y1 - y0 >= MIN_DOWN * letterHeight;
}

function eraseIn(frame: Mark, picture: Picture, { letterHeight, slope }: PageShape): void {
  const paper = paperOf(picture, frame);
  if (paper === undefined) return;
  const across = new Strokes(picture, frame, Math.tan(slope), false);
  const down = new Strokes(picture, frame, -Math.tan(slope), true);
  for (const [strokes, least] of [
    [across, MIN_ACROSS],
    [down, MIN_DOWN],
  ] as const) {
    const isInk = (line: number, along: number) => strokes.grey(line, along) < INK_SHARE * paper;
    const rules = rulesOf(strokes.lines, strokes.length, isInk, least * letterHeight, letterHeight);
    for (const rule of rules) {
      if (rule.thickness <= Math.max(2, MAX_THICKNESS * letterHeight)) eraseRule(rule, strokes, paper);
    }
  }
}

function eraseRule({ at, from, to, thickness }: Rule, strokes: Strokes, paper: number): void {
  const first = Math.round(at - thickness / 2);
  const last = first + thickness - 1;
  const isDark = (line: number, along: number) => strokes.grey(line, along) < EDGE_SHARE * paper;
  const places = Array.from({ length: to - from }, (_, offset) => {
    const along = from + offset;
    let [top, bottom] = [first, last];
    while (top > first - EDGE - 1 && isDark(top - 1, along)) top--;
    while (bottom < last + EDGE + 1 && isDark(bottom + 1, along)) bottom++;
    return { along, top, bottom, above: first - top > EDGE, below: bottom - last > EDGE };
  });
  // The bottoms or tops of a line of small print can be as long, but rarely have paper on both sides.
  const alone = places.filter(({ above, below }) => !above && !below).length;
  if (alone < MIN_ALONE * places.length) return;
  for (const { along, top, bottom, above, below } of places) {
    if (above && below) continue;
    for (let line = above ? first : top; line <= (below ? last : bottom); line++) strokes.clear(line, along, paper);
  }
}

/** Grey value of a frame's paper, the 70th percentile of its pixels; undefined if the paper is not uniform. */
function paperOf({ width, pixels }: Picture, { x0, y0, x1, y1 }: Mark): number | undefined {
  const counts = new Uint32Array(256);
  const step = Math.max(1, Math.floor(((x1 - x0) * (y1 - y0)) / 20_000));
  let seen = 0;
  for (let at = 0; at < (x1 - x0) * (y1 - y0); at += step) {
    const grey = pixels[(y0 + Math.floor(at / (x1 - x0))) * width + x0 + (at % (x1 - x0))] ?? 255;
    counts[grey] = (counts[grey] ?? 0) + 1;
    seen++;
  }
  let under = 0;
  for (let grey = 0; grey < 256; grey++) {
    under += counts[grey] ?? 0;
    if (under > LIGHTER_THAN * seen) return isEven(counts, grey, seen) ? grey : undefined;
  }
  return undefined;
}

function isEven(counts: Uint32Array, paper: number, seen: number): boolean {
  const reach = EVEN_WITHIN * paper;
  let near = 0;
  counts.forEach((count, grey) => {
    if (Math.abs(grey - paper) < reach) near += count;
  });
  return near >= EVEN_SHARE * seen;
}

/** The pixels of a frame as lines parallel to its rules, sheared so that a slanted rule stays on one line. */
class Strokes {
  readonly lines: number;
  readonly length: number;
  readonly #picture: Picture;
  readonly #frame: Mark;
  readonly #tangent: number;
  readonly #down: boolean;
  readonly #lead: number;

  constructor(picture: Picture, frame: Mark, tangent: number, down: boolean) {
    const [wide, high] = [frame.x1 - frame.x0, frame.y1 - frame.y0];
    this.#picture = picture;
    this.#frame = frame;
    this.#tangent = tangent;
    this.#down = down;
    this.length = down ? high : wide;
    const lean = this.length * tangent;
    // The shear moves lines out of the frame on one side.
    this.#lead = Math.ceil(Math.max(0, lean)) + EDGE;
    this.lines = (down ? wide : high) + Math.ceil(Math.abs(lean)) + 2 * EDGE;
  }

  grey(line: number, along: number): number {
    const at = this.#place(line, along);
    return at === undefined ? 255 : (this.#picture.pixels[at] ?? 255);
  }

  clear(line: number, along: number, grey: number): void {
    const at = this.#place(line, along);
    if (at !== undefined) this.#picture.pixels[at] = grey;
  }

  #place(line: number, along: number): number | undefined {
    const across = line - this.#lead + Math.round(along * this.#tangent);
    const x = this.#frame.x0 + (this.#down ? across : along);
    const y = this.#frame.y0 + (this.#down ? along : across);
    const { width, height } = this.#picture;
    return x < 0 || y < 0 || x >= width || y >= height ? undefined : y * width + x;
  }
}
