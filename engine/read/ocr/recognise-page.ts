import type { EngineHost, Word } from '#engine/model';
import type { Picture } from '../image/picture.ts';
import { type Orientation, turnPicture } from '../image/turn.ts';
import { cutOut } from './band-picture.ts';
import { type Band, cutBands } from './bands.ts';
import { findMarks } from './find-marks.ts';
import { judgeShape, type PageShape } from './page-shape.ts';
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

/** A page whose words are this uncertain on average may stand on its head; at least so many words tell. */
const DOUBTFUL = 0.5;
const WORDS_TO_TELL = 3;
/** Bands read to find out which way is up. */
const SAMPLE_BANDS = 2;

export interface Recognition {
  /** Boxes in pixels of `picture`, in the frame that `slope` makes level. */
  readonly words: readonly Word[];
  /** The picture after turning by `orientation`. */
  readonly picture: Picture;
  readonly orientation: Orientation;
  /** Radians; the lines of text fall to the right by this. */
  readonly slope: number;
}

interface Attempt {
  readonly picture: Picture;
  readonly orientation: Orientation;
  readonly shape: PageShape;
  readonly bands: readonly Band[];
}

/**
 * Words of a grey page: letters are found, the page is set upright and straight, and its bands of text are recognised
 * one after the other at the size the recogniser likes, with a pause between. No words for a page without letters.
 * Throws `RecogniserFailed` when the recogniser gives up.
 */
export async function recognisePage(picture: Picture, host: EngineHost): Promise<Recognition> {
  const nothing: Recognition = { words: [], picture, orientation: 1, slope: 0 };
  const upright = await prepare(picture, 1, host);
  if (upright === undefined) return nothing;
  return withRecogniser(host, async (recogniser) => {
    if (!upright.shape.sideways) {
      const read = await readBands(upright, upright.bands, recogniser, host);
      if (!isDoubtful(read)) return read;
      const upsideDown = await prepare(picture, 3, host);
      return upsideDown === undefined ? read : better(read, upsideDown, recogniser, host);
    }
    const left = await prepare(picture, 8, host);
    const right = await prepare(picture, 6, host);
    if (left === undefined || right === undefined) return nothing;
    const chosen = (await sample(left, recogniser, host)) > (await sample(right, recogniser, host)) ? left : right;
    return readBands(chosen, chosen.bands, recogniser, host);
  });
}

async function prepare(source: Picture, orientation: Orientation, host: EngineHost): Promise<Attempt | undefined> {
  const picture = turnPicture(source, orientation);
  const marks = await findMarks(picture, host);
  const shape = judgeShape(marks, picture.width, picture.height);
  await host.pause();
  return shape === undefined ? undefined : { picture, orientation, shape, bands: cutBands(marks, shape) };
}

async function readBands(
  { picture, orientation, shape }: Attempt,
  bands: readonly Band[],
  recogniser: Recogniser,
  host: EngineHost,
): Promise<Recognition> {
  const words: Word[] = [];
  const scale = Math.min(MAX_SCALE, Math.max(MIN_SCALE, LETTER_HEIGHT / shape.letterHeight));
  for (const band of bands) {
    const fit = Math.sqrt(MAX_BAND_PIXELS / ((band.a1 - band.a0) * (band.b1 - band.b0)));
    const used = Math.min(scale, fit);
    const { pixels, width, height } = cutOut(picture, band, shape.slope, used);
    await host.pause();
    const found: readonly RecognisedWord[] = recogniser.recognise(pixels, width, height, UNIFORM_BLOCK);
    words.push(...straightWords(found, band, used));
    await host.pause();
  }
  return { words, picture, orientation, slope: shape.slope };
}

function isDoubtful({ words }: Recognition): boolean {
  return words.length >= WORDS_TO_TELL && certainty(words) < DOUBTFUL;
}

/** Mean confidence of the words, by length: what is read of noise is short. */
function certainty(words: readonly Word[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  const sure = words.reduce((sum, { text, confidence }) => sum + text.length * (confidence ?? 0), 0);
  return letters === 0 ? 0 : sure / letters;
}

async function better(
  read: Recognition,
  other: Attempt,
  recogniser: Recogniser,
  host: EngineHost,
): Promise<Recognition> {
  const likely = await sample(other, recogniser, host);
  if (likely <= certainty(read.words)) return read;
  const again = await readBands(other, other.bands, recogniser, host);
  return certainty(again.words) > certainty(read.words) ? again : read;
}

/** Certainty of a few bands from the middle of the page, where the most text is. */
async function sample(attempt: Attempt, recogniser: Recogniser, host: EngineHost): Promise<number> {
  const from = Math.max(0, Math.floor((attempt.bands.length - SAMPLE_BANDS) / 2));
  const read = await readBands(attempt, attempt.bands.slice(from, from + SAMPLE_BANDS), recogniser, host);
  return certainty(read.words);
}
