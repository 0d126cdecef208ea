import type { EngineHost, Orientation, Word } from '#engine/model';
import type { Picture } from '../image/picture.ts';
import { chooseWayUp, needsScouting, prepare } from './choose-way-up.ts';
import { foreignLanguage } from './foreign-language.ts';
import { type BandWords, readAgain } from './read-again.ts';
import { type Attempt, DOUBTFUL, type Reading, readBands, withLostLines } from './read-bands.ts';
import { readMissed } from './read-missed.ts';
import type { ReadingBudget } from './reading-budget.ts';
import { type Recogniser, withRecogniser } from './recogniser.ts';
import { isUnreadable } from './scout-print.ts';
import { straightWords } from './straight-words.ts';
import { findTextRuns } from './text-runs.ts';
import { toWorkingSize } from './working-size.ts';

/** Number of poor bands at the top of a page after which to check whether it contains any print. */
const POOR_AT_FIRST = 2;

/** A word in a poor band with at least this confidence is print. */
const SURE_WORD = 0.7;

export interface Recognition {
  /** Boxes in pixels of `picture`, in the frame that `slope` makes level. */
  readonly words: readonly Word[];
  /** Mean confidence of all words, including those dropped as unreadable. */
  readonly certainty: number;
  /** The image at its working size, rotated by `orientation`. */
  readonly picture: Picture;
  readonly orientation: Orientation;
  /** In radians; positive if the lines of text fall to the right. */
  readonly slope: number;
  /**
   * `blank`: nothing looks like letters. `unreadable`: the letter-like marks are not Latin print. `partial`: the page's
   * work budget ran out before its text did.
   */
  readonly outcome: 'read' | 'partial' | 'blank' | 'unreadable';
}

/**
 * Recognises the words of a grey page. The page is scaled to its working size, turned upright and straightened; its
 * bands of text are recognised one after the other at the recogniser's preferred size, with a pause between them; the
 * line reader then checks the important words, all within `budget`. Throws `RecogniserFailed` if the recogniser fails.
 */
export async function recognisePage(source: Picture, budget: ReadingBudget, host: EngineHost): Promise<Recognition> {
  const picture = await toWorkingSize(source, host);
  const nothing = { words: [], certainty: 0, picture, orientation: 1, slope: 0 } as const;
  const upright = await prepare(picture, 1, host);
  if (upright === undefined) return { ...nothing, outcome: 'blank' };
  const whole = await withRecogniser(host, (own) => readPage(upright, picture, own, budget, host), budget.language);
  if (whole === undefined) return { ...nothing, outcome: 'unreadable' };
  // In the language detected for the page.
  const reading = await withRecogniser(host, (own) => withLostLines(whole, own, budget, host), budget.language);
  const { attempt, certainty: sure } = reading;
  const { slope } = attempt.shape;
  const runs = findTextRuns(attempt.marks, attempt.shape);
  await host.pause();
  const settled = await readAgain(withoutBackground(reading), attempt.text(), slope, budget, host);
  const completed = await readMissed(settled, runs, attempt.text(), budget, host);
  return {
    words: [...completed.bands.flatMap(({ band, words }) => straightWords(words, band)), ...completed.words],
    certainty: sure,
    picture: attempt.picture,
    orientation: attempt.orientation,
    slope,
    outcome: reading.stopped === 'budget' ? 'partial' : 'read',
  };
}

/** On a page photographed on a texture, badly read words outside the print are texture mistaken for letters. */
function withoutBackground({ attempt, bands }: Reading): readonly BandWords[] {
  if (attempt.texture === 0) return bands;
  return bands.map((band) =>
    band.poor ? { ...band, words: band.words.filter(({ confidence }) => confidence >= SURE_WORD) } : band,
  );
}

/** Reads a page in the orientation in which it is readable; undefined if it contains no Latin print. */
async function readPage(
  upright: Attempt,
  picture: Picture,
  recogniser: Recogniser,
  budget: ReadingBudget,
  host: EngineHost,
): Promise<Reading | undefined> {
  const scouted = needsScouting(upright) ? await chooseWayUp(upright, picture, budget, host) : undefined;
  const poorAtFirst =
    scouted?.readability !== undefined && !isUnreadable(scouted.readability) ? undefined : POOR_AT_FIRST;
  const read = await readInItsLanguage(scouted?.attempt ?? upright, recogniser, budget, host, poorAtFirst);
  if (read.certainty >= DOUBTFUL || read.bands.length === 0) return read;
  const { attempt, readability } = scouted ?? (await chooseWayUp(upright, picture, budget, host));
  if (isUnreadable(readability)) return undefined;
  if (attempt === read.attempt && read.stopped !== 'poor') return read;
  const again = await readInItsLanguage(attempt, recogniser, budget, host);
  return again.certainty > read.certainty || attempt === read.attempt ? again : read;
}

/** Reads as English until the words are evidently in another language; then rereads everything in that language. */
async function readInItsLanguage(
  attempt: Attempt,
  recogniser: Recogniser,
  budget: ReadingBudget,
  host: EngineHost,
  poorAtFirst?: number,
): Promise<Reading> {
  const options = { ...(poorAtFirst !== undefined && { poorAtFirst }) };
  if (budget.language !== undefined) return readBands(attempt, recogniser, budget, host, options);
  const evident = (bands: readonly BandWords[]) =>
    foreignLanguage(bands.filter(({ poor }) => !poor).flatMap(({ words }) => words));
  const isEnough = (bands: readonly BandWords[]) => evident(bands) !== undefined;
  const read = await readBands(attempt, recogniser, budget, host, { ...options, isEnough });
  const language = evident(read.bands);
  if (language === undefined) return read;
  budget.language = language;
  return withRecogniser(host, (own) => readBands(attempt, own, budget, host, options), language);
}
