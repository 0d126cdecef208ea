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

/** Height of capital letters in pixels at which the recogniser reads best (tried from 24 to 38). */
const LETTER_HEIGHT = 30;
/** Enlarging further adds blur, not letters; shrinking further loses strokes of mixed sizes. */
const MIN_SCALE = 0.25;
const MAX_SCALE = 4;
/** A band of more pixels than this is a poster; it is recognised smaller. */
const MAX_BAND_PIXELS = 4_000_000;
/** "A single uniform block of text": the bands hold nothing else. */
const UNIFORM_BLOCK = 6;

/** A band less certain than this is read once more at another size: the two readings err in different places. */
const SURE_ENOUGH = 0.75;
const SECOND_SCALE = 0.75;

/** Less certain than this, a band is no text: the second reader does not see it. */
const HOPELESS = 0.3;
/** Less certain than this, another size does not help; so many in a row are a picture, and reading ends. */
const POOR = 0.4;
const MAX_POOR = 6;

/** A band may cost so much more than what is left: few of its pieces of ink turn out to be unsure letters. */
const OVERDRAFT = PAGE_WORK / 8;

/** A page whose words are this uncertain on average may stand on its head. */
export const DOUBTFUL = 0.5;

/** A page set one way up. */
export interface Attempt {
  readonly picture: Picture;
  /** The picture without the rules of its tables: what is read. Made when first asked for. */
  text(): Picture;
  readonly orientation: Orientation;
  readonly shape: PageShape;
  readonly marks: readonly Mark[];
  /** Share of its marks that were left out as a texture. */
  readonly texture: number;
  /** Its lines seem to run up and down. */
  readonly sideways: boolean;
  readonly bands: readonly Band[];
}

/** What Tesseract alone made of a page set one way up. */
export interface Reading {
  readonly attempt: Attempt;
  readonly bands: readonly BandWords[];
  /** Mean certainty of everything read. */
  readonly certainty: number;
  /** Why bands were left unread, where some were. */
  readonly stopped?: 'poor' | 'budget' | 'enough';
}

export interface ReadBandsOptions {
  /** So many poor bands end the reading where nothing before them was better. */
  readonly poorAtFirst?: number;
  readonly isEnough?: (bands: readonly BandWords[]) => boolean;
}

/**
 * Reads bands one after the other, until the page is a picture, its budget of work is spent, or `isEnough` says so. A
 * second reading of a band must leave the work that first readings of the bands below it are likely to take.
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
    // Rows of `<` look like a rule and may have gone with the rules.
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

/** What the bands dropped, read line by line. */
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

/** Words of a band in pixels of the straightened page, from the band's top left; undefined where the page's budget may not suffice. */
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

/** Mean confidence of the words, by length: what is read of noise is short. */
function certainty(words: readonly Pick<Word, 'text' | 'confidence'>[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  const sure = words.reduce((sum, { text, confidence }) => sum + text.length * (confidence ?? 0), 0);
  return letters === 0 ? 0 : sure / letters;
}
