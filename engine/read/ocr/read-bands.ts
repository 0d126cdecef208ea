import type { EngineHost, Orientation, Word } from '#engine/model';
import type { Picture } from '../image/picture.ts';
import { cutOut } from './band-picture.ts';
import type { Band } from './bands.ts';
import { countPieces } from './count-pieces.ts';
import { findLostLines } from './find-lost-lines.ts';
import type { Mark } from './find-marks.ts';
import { mergeReadings } from './merge-readings.ts';
import type { PageShape } from './page-shape.ts';
import type { BandWords } from './read-again.ts';
import { PAGE_WORK, type ReadingBudget, recognitionWork, worstWork } from './reading-budget.ts';
import type { RecognisedWord, Recogniser } from './recogniser.ts';

/** Height of capital letters in pixels at which the recogniser works best (measured from 24 to 38). */
const LETTER_HEIGHT = 30;
/** Enlarging further adds only blur; shrinking further loses strokes in mixed sizes. */
const MIN_SCALE = 0.25;
const MAX_SCALE = 4;
/** A band with more pixels is a poster and is recognised at a smaller size. */
const MAX_BAND_PIXELS = 4_000_000;
/** Tesseract's "single uniform block of text" mode, which fits a band. */
const UNIFORM_BLOCK = 6;

/** A band below this confidence is read again at another size: the two readings make different errors. */
const SURE_ENOUGH = 0.75;
const SECOND_SCALE = 0.75;

/** Below this confidence a band is not text and is not passed to the line reader. */
const HOPELESS = 0.3;
/** Below this confidence another size does not help; this many such bands in a row are an image, and reading ends. */
const POOR = 0.4;
const MAX_POOR = 6;

/** A band may exceed the remaining budget by this much: few of its pieces of ink turn out to be uncertain letters. */
const OVERDRAFT = PAGE_WORK / 8;

/** A page with a lower mean confidence may be upside down. */
export const DOUBTFUL = 0.5;

/** A page in one of the possible orientations. */
export interface Attempt {
  readonly picture: Picture;
  /** The image without the rules of its tables, used for reading. Created on first use. */
  text(): Picture;
  readonly orientation: Orientation;
  readonly shape: PageShape;
  readonly marks: readonly Mark[];
  /** Share of its marks dropped as texture. */
  readonly texture: number;
  /** True if its lines appear to run vertically. */
  readonly sideways: boolean;
  readonly bands: readonly Band[];
}

/** Tesseract's result for a page in one orientation. */
export interface Reading {
  readonly attempt: Attempt;
  readonly bands: readonly BandWords[];
  /** Mean confidence of all words. */
  readonly certainty: number;
  /** Why bands were left unread, if any were. */
  readonly stopped?: 'poor' | 'budget' | 'enough';
}

export interface ReadBandsOptions {
  /** Number of poor bands after which reading ends if no band before them was better. */
  readonly poorAtFirst?: number;
  readonly isEnough?: (bands: readonly BandWords[]) => boolean;
}

/**
 * Reads bands in order until the page turns out to be an image, its work budget is spent, or `isEnough` returns true. A
 * second reading of a band must leave enough work for the expected first readings of the bands below it.
 */
export async function readBands(
  attempt: Attempt,
  recogniser: Recogniser,
  budget: ReadingBudget,
  host: EngineHost,
  { poorAtFirst = MAX_POOR, isEnough = () => false }: ReadBandsOptions = {},
): Promise<Reading> {
  const { shape, bands } = attempt;
  const text = attempt.text();
  const read: BandWords[] = [];
  let poor = 0;
  let firstWork = 0;
  let stopped: Reading['stopped'];
  const scale = scaleOf(shape);
  const readAt = (picture: Picture, band: Band, size: number) =>
    readBand(picture, band, shape.slope, size, recogniser, budget, host);
  for (const [index, band] of bands.entries()) {
    const before = budget.work;
    const plain = await readAt(text, band, scale);
    if (plain === undefined) {
      stopped = 'budget';
      continue;
    }
    firstWork += before - budget.work;
    const spare = () => budget.work > (firstWork / (index + 1)) * (bands.length - index - 1);
    // Rows of `<` look like a rule and may have been erased with the rules.
    const whole = chevrons(plain) > 0 && text !== attempt.picture && spare();
    const once = whole ? withMoreChevrons(plain, (await readAt(attempt.picture, band, scale)) ?? []) : plain;
    const sure = certainty(once);
    const unsure = once.length > 0 && sure < SURE_ENOUGH && sure >= POOR && spare();
    const again = unsure ? ((await readAt(text, band, scale * SECOND_SCALE)) ?? []) : [];
    read.push({ band, words: mergeReadings(once, again), hopeless: sure < HOPELESS, poor: sure < POOR });
    poor = sure < POOR ? poor + 1 : 0;
    if (index === bands.length - 1) break;
    if (poor >= (poor === read.length ? poorAtFirst : MAX_POOR)) stopped = 'poor';
    else if (isEnough(read)) stopped = 'enough';
    if (stopped === 'poor' || stopped === 'enough') break;
  }
  return {
    attempt,
    bands: read,
    certainty: certainty(read.flatMap(({ words }) => words)),
    ...(stopped !== undefined && { stopped }),
  };
}

function withMoreChevrons(one: readonly RecognisedWord[], other: readonly RecognisedWord[]): readonly RecognisedWord[] {
  return chevrons(other) > chevrons(one) ? other : one;
}

function chevrons(words: readonly RecognisedWord[]): number {
  return words.reduce((sum, { text }) => sum + text.replace(/[^<«]/g, '').length, 0);
}

/** Adds the lines that the bands dropped, read one by one. */
export async function withLostLines(
  reading: Reading,
  recogniser: Recogniser,
  budget: ReadingBudget,
  host: EngineHost,
): Promise<Reading> {
  const { attempt, bands, certainty: sure } = reading;
  if (sure < DOUBTFUL) return reading;
  const { shape, marks } = attempt;
  const text = attempt.text();
  const found: BandWords[] = [];
  for (const band of findLostLines(marks, shape, bands)) {
    const words = await readBand(text, band, shape.slope, scaleOf(shape), recogniser, budget, host);
    if (words !== undefined && certainty(words) >= SURE_ENOUGH) found.push({ band, words, hopeless: false });
  }
  return { ...reading, bands: [...bands, ...found] };
}

function scaleOf({ letterHeight }: PageShape): number {
  return Math.min(MAX_SCALE, Math.max(MIN_SCALE, LETTER_HEIGHT / letterHeight));
}

/**
 * Words of a band in pixels of the straightened page, from the band's top left corner; undefined if the page's work
 * budget may not suffice.
 */
async function readBand(
  picture: Picture,
  band: Band,
  slope: number,
  wanted: number,
  recogniser: Recogniser,
  budget: ReadingBudget,
  host: EngineHost,
): Promise<readonly RecognisedWord[] | undefined> {
  if (budget.work <= 0) return undefined;
  const scale = Math.min(wanted, Math.sqrt(MAX_BAND_PIXELS / ((band.a1 - band.a0) * (band.b1 - band.b0))));
  const cut = cutOut(picture, band, slope, scale);
  const { pixels, width, height } = cut;
  await host.pause();
  if (worstWork(pixels.length, countPieces(cut)) > budget.work + OVERDRAFT) return undefined;
  const found = recogniser.recognise(pixels, width, height, UNIFORM_BLOCK);
  budget.work -= recognitionWork(pixels.length, found);
  await host.pause();
  return found.map((word) => {
    const [x0, y0, x1, y1] = word.box;
    return { ...word, box: [x0 / scale, y0 / scale, x1 / scale, y1 / scale] as const };
  });
}

/** Mean confidence of the words, weighted by length: words read from noise are short. */
function certainty(words: readonly Pick<Word, 'text' | 'confidence'>[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  const sure = words.reduce((sum, { text, confidence }) => sum + text.length * (confidence ?? 0), 0);
  return letters === 0 ? 0 : sure / letters;
}
