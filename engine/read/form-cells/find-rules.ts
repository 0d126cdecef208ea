import type { Picture } from '../image/picture.ts';

/** A printed rule in pixels: `at` is its centre across, `from` and `to` its ends along. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
}

export interface PageRules {
  readonly across: readonly Rule[];
  readonly down: readonly Rule[];
}

/** Minimum lengths in letter heights. Strokes of letters are shorter than rules. */
const MIN_ACROSS = 8;
const MIN_DOWN = 1.9;
/** Maximum break in pixels, caused by bad print, before a rule counts as two. */
const MAX_BREAK = 2;
/** A stroke thicker than this share of a letter is a bar or an image. */
const MAX_THICKNESS = 0.8;
/** Pixels darker than this share of the paper's grey are ink. */
const INK_SHARE = 0.72;

/** Finds straight printed rules in a level grey page. */
export function findRules({ width, height, pixels, channels }: Picture, letterHeight: number): PageRules {
  const dark = paperOf(pixels) * INK_SHARE;
  const isInk = (x: number, y: number) => (pixels[(y * width + x) * channels] ?? 255) < dark;
  const across = rulesOf(height, width, (line, along) => isInk(along, line), MIN_ACROSS * letterHeight, letterHeight);
  const down = rulesOf(width, height, (line, along) => isInk(line, along), MIN_DOWN * letterHeight, letterHeight);
  return { across: across.filter((rule) => meetsBoth(rule, down, MEET * letterHeight)), down };
}

/** Ends of rules meet within this many letter heights. */
export const MEET = 0.6;

/** A line of small print can look like a rule, but its ends do not meet other rules. */
function meetsBoth({ at, from, to }: Rule, down: readonly Rule[], reach: number): boolean {
  const touching = down.filter((rule) => rule.from < at + reach && rule.to > at - reach);
  return touching.filter((rule) => rule.at > from - reach && rule.at < to + reach).length >= 2;
}

/** Grey value of the paper: the most frequent light grey. */
function paperOf(pixels: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (let at = 0; at < pixels.length; at += 7) counts[pixels[at] ?? 0] = (counts[pixels[at] ?? 0] ?? 0) + 1;
  let paper = 255;
  for (let grey = 128; grey < 256; grey++) if ((counts[grey] ?? 0) > (counts[paper] ?? 0)) paper = grey;
  return paper;
}

interface OpenRule {
  first: number;
  last: number;
  from: number;
  to: number;
}

/**
 * Finds straight, thin strokes of ink along the lines of an image, at least `least` pixels long. `isInk` is called per
 * pixel.
 */
export function rulesOf(
  lines: number,
  length: number,
  isInk: (line: number, along: number) => boolean,
  least: number,
  letterHeight: number,
): readonly Rule[] {
  const done: OpenRule[] = [];
  let open: OpenRule[] = [];
  for (let line = 0; line < lines; line++) {
    for (const { from, to } of runsOf(length, (along) => isInk(line, along), least)) {
      const touching = open.find((rule) => rule.from < to && from < rule.to);
      if (touching === undefined) open.push({ first: line, last: line, from, to });
      else {
        touching.last = line;
        touching.from = Math.min(touching.from, from);
        touching.to = Math.max(touching.to, to);
      }
    }
    done.push(...open.filter((rule) => line - rule.last > 1));
    open = open.filter((rule) => line - rule.last <= 1);
  }
  return [...done, ...open]
    .map(({ first, last, from, to }) => ({ at: (first + last + 1) / 2, from, to, thickness: last - first + 1 }))
    .filter(({ thickness }) => thickness <= Math.max(2, MAX_THICKNESS * letterHeight));
}

/**
 * Finds runs of ink of at least that length, bridging small breaks. A run that long covers at least two of the sampled
 * positions, and most of a page is paper, so individual pixels are tested only around ink.
 */
function runsOf(length: number, isInk: (along: number) => boolean, least: number): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  const stride = Math.max(1, Math.floor(least / 2));
  let end = 0;
  for (let at = 0; at < length; at += stride) {
    if (at < end) continue;
    const seen = inkFrom(at, Math.min(length, at + MAX_BREAK + 1), isInk);
    if (seen === undefined) continue;
    const to = endOf(seen, 1, length, isInk) + 1;
    const from = endOf(seen, -1, length, isInk);
    end = to;
    if (to - from >= least) runs.push({ from, to });
  }
  return runs;
}

function inkFrom(from: number, to: number, isInk: (along: number) => boolean): number | undefined {
  for (let along = from; along < to; along++) if (isInk(along)) return along;
  return undefined;
}

/** Position of the last ink of a run, searching from ink in the given direction. */
function endOf(start: number, step: 1 | -1, length: number, isInk: (along: number) => boolean): number {
  let last = start;
  for (let along = start + step; along >= 0 && along < length; along += step) {
    if (isInk(along)) last = along;
    else if (Math.abs(along - last) > MAX_BREAK) break;
  }
  return last;
}
