import type { EngineHost, Word } from '#engine/model';
import type { Picture } from '../image/picture.ts';
import { type Orientation, turnPicture } from '../image/turn.ts';
import { cutOut } from './band-picture.ts';
import { type Band, cutBands } from './bands.ts';
import { eraseRules } from './erase-rules.ts';
import { findLostLines } from './find-lost-lines.ts';
import { findMarks, type Mark } from './find-marks.ts';
import { mergeReadings } from './merge-readings.ts';
import { judgeShape, liesSideways, type PageShape } from './page-shape.ts';
import { type BandWords, readAgain } from './read-again.ts';
import type { ReadingBudget } from './reading-budget.ts';
import { type RecognisedWord, type Recogniser, withRecogniser } from './recogniser.ts';
import { straightWords } from './straight-words.ts';

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

/** A page whose words are this uncertain on average may stand on its head; at least so many words tell. */
const DOUBTFUL = 0.5;
const WORDS_TO_TELL = 3;
/** Bands read to find out which way is up. */
const SAMPLE_BANDS = 2;

export interface Recognition {
  /** Boxes in pixels of `picture`, in the frame that `slope` makes level. */
  readonly words: readonly Word[];
  /** Mean certainty of everything read, also of what was dropped as unreadable. */
  readonly certainty: number;
  /** The picture after turning by `orientation`. */
  readonly picture: Picture;
  readonly orientation: Orientation;
  /** Radians; the lines of text fall to the right by this. */
  readonly slope: number;
}

interface Attempt {
  readonly picture: Picture;
  /** The picture without the rules of its tables: what is read. Made when first asked for. */
  text(): Picture;
  readonly orientation: Orientation;
  readonly shape: PageShape;
  readonly marks: readonly Mark[];
  /** Its lines seem to run up and down. */
  readonly sideways: boolean;
  readonly bands: readonly Band[];
}

/** What Tesseract alone made of a page set one way up. */
interface Reading {
  readonly attempt: Attempt;
  readonly bands: readonly BandWords[];
  /** Mean certainty of everything read. */
  readonly certainty: number;
}

/**
 * Words of a grey page: letters are found, the page is set upright and straight, and its bands of text are recognised
 * one after the other at the size the recogniser likes, with a pause between; a second reader looks at what matters,
 * within `budget`. No words for a page without letters. Throws `RecogniserFailed` when the recogniser gives up.
 */
export async function recognisePage(picture: Picture, budget: ReadingBudget, host: EngineHost): Promise<Recognition> {
  const upright = await prepare(picture, 1, host);
  if (upright === undefined) return { words: [], certainty: 0, picture, orientation: 1, slope: 0 };
  const reading = await withRecogniser(host, async (recogniser) => {
    const whole = upright.sideways
      ? await readBest([upright, ...(await prepareAll(picture, [8, 6], host))], recogniser, host)
      : await readEitherWayUp(upright, picture, recogniser, host);
    return withLostLines(whole, recogniser, host);
  });
  const { attempt, certainty: sure } = reading;
  const { slope } = attempt.shape;
  const settled = await readAgain(reading.bands, attempt.text(), slope, budget, host);
  return {
    words: settled.flatMap(({ band, words }) => straightWords(words, band)),
    certainty: sure,
    picture: attempt.picture,
    orientation: attempt.orientation,
    slope,
  };
}

/** A page that reads badly may stand on its head. */
async function readEitherWayUp(
  upright: Attempt,
  picture: Picture,
  recogniser: Recogniser,
  host: EngineHost,
): Promise<Reading> {
  const read = await readBands(upright, upright.bands, recogniser, host);
  if (!isDoubtful(read)) return read;
  const [turned] = await prepareAll(picture, [3], host);
  if (turned === undefined || (await sample(turned, recogniser, host)) <= read.certainty) return read;
  const again = await readBands(turned, turned.bands, recogniser, host);
  return again.certainty > read.certainty ? again : read;
}

/** Reads the page the way up in which a few of its bands read best. */
async function readBest(attempts: readonly Attempt[], recogniser: Recogniser, host: EngineHost): Promise<Reading> {
  let [best] = attempts;
  let most = -1;
  for (const attempt of attempts) {
    const sure = await sample(attempt, recogniser, host);
    if (sure > most) [best, most] = [attempt, sure];
  }
  if (best === undefined) throw new RangeError('a page is read in at least one way');
  return readBands(best, best.bands, recogniser, host);
}

async function prepareAll(
  source: Picture,
  orientations: readonly Orientation[],
  host: EngineHost,
): Promise<readonly Attempt[]> {
  const attempts: Attempt[] = [];
  for (const orientation of orientations) {
    const attempt = await prepare(source, orientation, host);
    if (attempt !== undefined) attempts.push(attempt);
  }
  return attempts;
}

async function prepare(source: Picture, orientation: Orientation, host: EngineHost): Promise<Attempt | undefined> {
  const picture = turnPicture(source, orientation);
  const marks = await findMarks(picture, host);
  const shape = judgeShape(marks, picture.width, picture.height);
  await host.pause();
  if (shape === undefined) return undefined;
  const sideways = liesSideways(marks, picture.width, picture.height);
  let text: Picture | undefined;
  return {
    picture,
    text: () => (text ??= eraseRules(picture, marks, shape)),
    orientation,
    shape,
    marks,
    sideways,
    bands: cutBands(marks, shape),
  };
}

async function readBands(
  attempt: Attempt,
  bands: readonly Band[],
  recogniser: Recogniser,
  host: EngineHost,
): Promise<Reading> {
  const { shape } = attempt;
  const text = attempt.text();
  const read: BandWords[] = [];
  let poor = 0;
  const scale = scaleOf(shape);
  for (const band of bands) {
    const once = await readBand(text, band, shape.slope, scale, recogniser, host);
    const sure = certainty(once);
    const unsure = once.length > 0 && sure < SURE_ENOUGH && sure >= POOR;
    const again = unsure ? await readBand(text, band, shape.slope, scale * SECOND_SCALE, recogniser, host) : [];
    read.push({ band, words: mergeReadings(once, again), hopeless: sure < HOPELESS });
    poor = sure < POOR ? poor + 1 : 0;
    if (poor >= MAX_POOR) break;
  }
  return { attempt, bands: read, certainty: certainty(read.flatMap(({ words }) => words)) };
}

/** What the bands dropped, read line by line. */
async function withLostLines(reading: Reading, recogniser: Recogniser, host: EngineHost): Promise<Reading> {
  const { attempt, bands, certainty: sure } = reading;
  if (sure < DOUBTFUL) return reading;
  const { shape, marks } = attempt;
  const text = attempt.text();
  const found: BandWords[] = [];
  for (const band of findLostLines(marks, shape, bands)) {
    const words = await readBand(text, band, shape.slope, scaleOf(shape), recogniser, host);
    if (certainty(words) >= SURE_ENOUGH) found.push({ band, words, hopeless: false });
  }
  return { ...reading, bands: [...bands, ...found] };
}

function scaleOf({ letterHeight }: PageShape): number {
  return Math.min(MAX_SCALE, Math.max(MIN_SCALE, LETTER_HEIGHT / letterHeight));
}

/** Words of a band in pixels of the straightened page, from the band's top left. */
async function readBand(
  picture: Picture,
  band: Band,
  slope: number,
  wanted: number,
  recogniser: Recogniser,
  host: EngineHost,
): Promise<readonly RecognisedWord[]> {
  const scale = Math.min(wanted, Math.sqrt(MAX_BAND_PIXELS / ((band.a1 - band.a0) * (band.b1 - band.b0))));
  const { pixels, width, height } = cutOut(picture, band, slope, scale);
  await host.pause();
  const found = recogniser.recognise(pixels, width, height, UNIFORM_BLOCK);
  await host.pause();
  return found.map((word) => {
    const [x0, y0, x1, y1] = word.box;
    return { ...word, box: [x0 / scale, y0 / scale, x1 / scale, y1 / scale] as const };
  });
}

function isDoubtful({ bands, certainty: sure }: Reading): boolean {
  if (sure >= DOUBTFUL) return false;
  return bands.flatMap(({ band, words }) => straightWords(words, band)).length >= WORDS_TO_TELL;
}

/** Mean confidence of the words, by length: what is read of noise is short. */
function certainty(words: readonly Pick<Word, 'text' | 'confidence'>[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  const sure = words.reduce((sum, { text, confidence }) => sum + text.length * (confidence ?? 0), 0);
  return letters === 0 ? 0 : sure / letters;
}

/** Certainty of a few bands from the middle of the page, where the most text is. */
async function sample(attempt: Attempt, recogniser: Recogniser, host: EngineHost): Promise<number> {
  const from = Math.max(0, Math.floor((attempt.bands.length - SAMPLE_BANDS) / 2));
  const read = await readBands(attempt, attempt.bands.slice(from, from + SAMPLE_BANDS), recogniser, host);
  return read.certainty;
}
