import type { EngineHost, Orientation, Word } from '#engine/model';
import type { Picture } from '../image/picture.ts';
import { turnPicture } from '../image/turn.ts';
import { cutBands } from './bands.ts';
import { eraseRules } from './erase-rules.ts';
import { findMarks } from './find-marks.ts';
import { foreignLanguage } from './foreign-language.ts';
import { judgeShape, liesSideways } from './page-shape.ts';
import { type BandWords, readAgain } from './read-again.ts';
import { type Attempt, DOUBTFUL, type Reading, readBands, withLostLines } from './read-bands.ts';
import { readMissed } from './read-missed.ts';
import type { ReadingBudget } from './reading-budget.ts';
import { type Recogniser, withRecogniser } from './recogniser.ts';
import { straightWords } from './straight-words.ts';
import { findTextRuns } from './text-runs.ts';

/** That a page may stand on its head, so many words tell. */
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

/**
 * Words of a grey page: letters are found, the page is set upright and straight, and its bands of text are recognised
 * one after the other at the size the recogniser likes, with a pause between; a second reader looks at what matters,
 * within `budget`. No words for a page without letters. Throws `RecogniserFailed` when the recogniser gives up.
 */
export async function recognisePage(picture: Picture, budget: ReadingBudget, host: EngineHost): Promise<Recognition> {
  const upright = await prepare(picture, 1, host);
  if (upright === undefined) return { words: [], certainty: 0, picture, orientation: 1, slope: 0 };
  const readWhole = async (recogniser: Recogniser) =>
    upright.sideways
      ? readBest([upright, ...(await prepareAll(picture, [8, 6], host))], recogniser, budget, host)
      : readEitherWayUp(upright, picture, recogniser, budget, host);
  const whole = await withRecogniser(host, readWhole, budget.language);
  // In the language that the page turned out to be in.
  const reading = await withRecogniser(host, (own) => withLostLines(whole, own, host), budget.language);
  const { attempt, certainty: sure } = reading;
  const { slope } = attempt.shape;
  const runs = findTextRuns(attempt.marks, attempt.shape);
  await host.pause();
  const settled = await readAgain(reading.bands, attempt.text(), slope, budget, host);
  const completed = await readMissed(settled, runs, attempt.text(), budget, host);
  return {
    words: [...completed.bands.flatMap(({ band, words }) => straightWords(words, band)), ...completed.words],
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
  budget: ReadingBudget,
  host: EngineHost,
): Promise<Reading> {
  const read = await readInItsLanguage(upright, recogniser, budget, host);
  if (!isDoubtful(read)) return read;
  const [turned] = await prepareAll(picture, [3], host);
  if (turned === undefined || (await sample(turned, recogniser, host)) <= read.certainty) return read;
  const again = await readInItsLanguage(turned, recogniser, budget, host);
  return again.certainty > read.certainty ? again : read;
}

/** Reads the page the way up in which a few of its bands read best. */
async function readBest(
  attempts: readonly Attempt[],
  recogniser: Recogniser,
  budget: ReadingBudget,
  host: EngineHost,
): Promise<Reading> {
  let [best] = attempts;
  let most = -1;
  for (const attempt of attempts) {
    const sure = await sample(attempt, recogniser, host);
    if (sure > most) [best, most] = [attempt, sure];
  }
  if (best === undefined) throw new RangeError('a page is read in at least one way');
  return readInItsLanguage(best, recogniser, budget, host);
}

/** Reads as English until the words are evidently of another language; then all is read in that one. */
async function readInItsLanguage(
  attempt: Attempt,
  recogniser: Recogniser,
  budget: ReadingBudget,
  host: EngineHost,
): Promise<Reading> {
  if (budget.language !== undefined) return readBands(attempt, attempt.bands, recogniser, host);
  const evident = (bands: readonly BandWords[]) => foreignLanguage(bands.flatMap(({ words }) => words));
  const read = await readBands(attempt, attempt.bands, recogniser, host, (bands) => evident(bands) !== undefined);
  const language = evident(read.bands);
  if (language === undefined) return read;
  budget.language = language;
  return withRecogniser(host, (own) => readBands(attempt, attempt.bands, own, host), language);
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

function isDoubtful({ bands, certainty: sure }: Reading): boolean {
  if (sure >= DOUBTFUL) return false;
  return bands.flatMap(({ band, words }) => straightWords(words, band)).length >= WORDS_TO_TELL;
}

/** Certainty of a few bands from the middle of the page, where the most text is. */
async function sample(attempt: Attempt, recogniser: Recogniser, host: EngineHost): Promise<number> {
  const from = Math.max(0, Math.floor((attempt.bands.length - SAMPLE_BANDS) / 2));
  const read = await readBands(attempt, attempt.bands.slice(from, from + SAMPLE_BANDS), recogniser, host);
  return read.certainty;
}
