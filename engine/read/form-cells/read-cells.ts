import type { Box } from '#core/domain/result';
import type { EngineHost, Word } from '#engine/model';
import { foldText } from '#engine/normalise/fold-text';
import type { Picture } from '../image/picture.ts';
import { type BandPicture, cutOut } from '../ocr/band-picture.ts';
import { mergeReadings } from '../ocr/merge-readings.ts';
import { type ReadingBudget, recognitionWork } from '../ocr/reading-budget.ts';
import { type RecognisedWord, type Recogniser, withRecogniser } from '../ocr/recogniser.ts';
import { straightWords } from '../ocr/straight-words.ts';
import { findCells, type RuledCell } from './find-cells.ts';
import { findRules } from './find-rules.ts';

/**
 * Recognises printed forms box by box. Recognisers have trouble with rules that touch letters and with side-by-side
 * columns of small print; cut out by box, each caption and value is read by itself.
 */

/** Words found on tax forms: only pages with one of them are searched for boxes. */
const FORM_WORDS =
  /\b(?:omb no|form (?:1098|1099|w 2|w 9|w 8|1040|941)|(?:1098|1099) ?(?:[a-z]{1,4})?\b|w 2\b|wage and tax|internal revenue|department of the treasury|payers? tin|recipients? tin|employers?)/;
/** Fewer boxes are a letter with a table; more boxes than a form has are a table. */
const MIN_CELLS = 8;
const MAX_CELLS = 120;
/** Letter height in pixels at which the recogniser works best, and the maximum enlargement of a box. */
const LETTER_HEIGHT = 30;
const MAX_SCALE = 4;
/** Larger print is recognised well without enlargement. */
const SMALL_PRINT = 22;
/** Larger page images have no small print, and finding their rules would take long. */
const MAX_PIXELS = 6_000_000;
/** A slanted rule reaches into its box by up to this many letter heights. */
const RULE_SLACK = 0.12;
/** White margin around a box, in pixels of the enlarged image: the recogniser treats letters at an edge as dirt. */
const MARGIN = 8;
const UNIFORM_BLOCK = 6;
/** A box with a less confident number is read again, enlarged: the two readings make different errors. */
const SURE_ENOUGH = 0.8;
const SECOND_SCALE = 1.3;

/** The words of a recognised page after reading its form boxes; `cells` is empty if there is no form. */
export interface FormWords {
  readonly words: readonly Word[];
  /** Insides of the ruled boxes. */
  readonly cells: readonly Box[];
  /** True if the page's work budget ran out before all boxes were read. */
  readonly partial?: boolean;
}

/** Reads the boxes of a page that looks like a form. Words and boxes are in pixels of the straightened page. */
export async function readFormCells(
  words: readonly Word[],
  picture: Picture,
  slope: number,
  budget: ReadingBudget,
  host: EngineHost,
): Promise<FormWords> {
  const letterHeight = typicalHeight(words);
  const large = picture.width * picture.height > MAX_PIXELS;
  if (large || letterHeight === 0 || letterHeight > SMALL_PRINT || !isForm(words)) return { words, cells: [] };
  const level = cutOut(picture, { a0: 0, b0: 0, a1: picture.width, b1: picture.height }, slope, 1);
  await host.pause();
  const cells = findCells(findRules({ ...level, channels: 1 }, letterHeight), letterHeight);
  if (cells.length < MIN_CELLS || cells.length > MAX_CELLS) return { words, cells: [] };
  const readAll = async (recogniser: Recogniser): Promise<FormWords> => {
    let all = words;
    let partial = false;
    for (const cell of cells) {
      partial = budget.work <= 0;
      if (partial) break;
      await host.pause();
      const read = readCell(picture, cell, slope, letterHeight, recogniser, budget);
      const before = all.filter((word) => isIn(word, cell));
      if (!isBetter(read, before)) continue;
      all = [...all.filter((word) => !isIn(word, cell)), ...read];
    }
    const boxes = cells.map(({ left, top, right, bottom }) => [left, top, right, bottom] as const);
    return { words: all, cells: boxes, partial };
  };
  return withRecogniser(host, readAll, budget.language);
}

function isForm(words: readonly Word[]): boolean {
  return FORM_WORDS.test(foldText(words.map(({ text }) => text).join(' ')).replace(/[^a-z0-9]+/g, ' '));
}

function typicalHeight(words: readonly Word[]): number {
  const heights = words.map(({ size }) => size).sort((a, b) => a - b);
  return heights[Math.floor(heights.length / 2)] ?? 0;
}

/** True if the reading is more confident per letter and lost little text; words across a rule were read twice. */
function isBetter(read: readonly Word[], before: readonly Word[]): boolean {
  if (lettersOf(read) === 0) return false;
  if (lettersOf(before) === 0) return true;
  return lettersOf(read) >= KEPT_LETTERS * lettersOf(before) && certaintyOf(read) >= certaintyOf(before) - LESS_SURE;
}

/** A reading with fewer letters than this share of the other's has lost some. */
const KEPT_LETTERS = 0.6;
/** Accepted loss of confidence: the other reading may have merged letters with a rule. */
const LESS_SURE = 0.15;

function lettersOf(words: readonly Word[]): number {
  return words.reduce((sum, { text }) => sum + text.length, 0);
}

function certaintyOf(words: readonly Word[]): number {
  return words.reduce((sum, { text, confidence = 0 }) => sum + text.length * confidence, 0) / lettersOf(words);
}

function isIn({ box }: Word, { left, top, right, bottom }: RuledCell): boolean {
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  return x > left && x < right && y > top && y < bottom;
}

function readCell(
  picture: Picture,
  cell: RuledCell,
  slope: number,
  letterHeight: number,
  recogniser: Recogniser,
  budget: ReadingBudget,
): readonly Word[] {
  const inset = Math.max(1, RULE_SLACK * letterHeight);
  const band = { a0: cell.left + inset, b0: cell.top + inset / 2, a1: cell.right - inset, b1: cell.bottom - inset / 2 };
  const readAt = (share: number): readonly RecognisedWord[] => {
    const scale = Math.min(MAX_SCALE, LETTER_HEIGHT / letterHeight) * share;
    const { pixels, width, height } = framed(cutOut(picture, band, slope, scale));
    const found = recogniser.recognise(pixels, width, height, UNIFORM_BLOCK);
    budget.work -= recognitionWork(pixels.length, found);
    return found.map((word) => {
      const [x0, y0, x1, y1] = word.box;
      const box = [(x0 - MARGIN) / scale, (y0 - MARGIN) / scale, (x1 - MARGIN) / scale, (y1 - MARGIN) / scale] as const;
      return { ...word, box };
    });
  };
  const once = readAt(1);
  const sure = once.length > 0 && once.every(({ text, confidence }) => confidence >= SURE_ENOUGH || !/\d/.test(text));
  return straightWords(sure ? once : mergeReadings(once, readAt(SECOND_SCALE)), band);
}

/** The image of a box with a margin in its own paper grey. */
function framed(inner: BandPicture): BandPicture {
  const width = inner.width + 2 * MARGIN;
  const height = inner.height + 2 * MARGIN;
  const pixels = new Uint8Array(width * height).fill(paperOf(inner.pixels));
  for (let y = 0; y < inner.height; y++)
    pixels.set(inner.pixels.subarray(y * inner.width, (y + 1) * inner.width), (y + MARGIN) * width + MARGIN);
  return { width, height, pixels };
}

/** Grey value of a box's paper: the 90th percentile of its pixels. */
function paperOf(pixels: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const pixel of pixels) counts[pixel] = (counts[pixel] ?? 0) + 1;
  let seen = 0;
  for (let grey = 255; grey >= 0; grey--) {
    seen += counts[grey] ?? 0;
    if (seen > pixels.length / 10) return grey;
  }
  return 255;
}
