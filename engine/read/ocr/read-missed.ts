import type { EngineHost, Word } from '#engine/model';
import type { Picture } from '../image/picture.ts';
import { cutOut } from './band-picture.ts';
import type { Band } from './bands.ts';
import { joinAmounts } from './join-amounts.ts';
import { LINE_HEIGHT, type LineReader, LineReaderFailed, openLineReader } from './line-reader.ts';
import type { BandWords } from './read-again.ts';
import { COLUMN_WORK, type ReadingBudget } from './reading-budget.ts';
import type { RecognisedWord } from './recogniser.ts';
import { wordsOfLetters } from './run-words.ts';
import { wordOfBox } from './straight-words.ts';
import { onPageOf, type TextRun } from './text-runs.ts';

/** The words left after two readings, completed by the line reader where they had little or nothing. */
export interface Completed {
  readonly bands: readonly BandWords[];
  /** In the straightened frame of the page. */
  readonly words: readonly Word[];
}

/**
 * A run counts as missed if words cover less of it than `MIN_COVER`, or if their mean confidence is below the second
 * value.
 */
const MIN_COVER = 0.6;
const MIN_CERTAINTY = 0.6;
/** A word of at least this confidence is kept in any case. */
const GOOD = 0.7;
/** Letters of a machine-readable zone: the line reader does not know its `<`. */
const ZONE = /[<«]/;
/** Words below this confidence cover nothing. */
const READABLE = 0.2;
/** Minimum mean confidence of the line reader for a run; it must also exceed the recogniser's. */
const SURE_RUN = 0.7;
/** Factor on the confidence of a word that only one of two readers saw. */
const ALONE = 0.85;
/** Maximum width of line reader input for the missed runs of a page; the rest is kept for second readings. */
const MISSED_COLUMNS = 14_000;
/** This many consecutive runs without text mean that the ink is a texture, such as a table cloth. */
const MAX_DUDS = 24;
/** White margin around the letters, in heights of the run: the reader was trained on lines cropped this closely. */
const MARGIN = 0.15;

/**
 * Reads the runs of letters that the recogniser missed, or that are uncertain after both readings (because lines were
 * cut askew), within `budget`, top first. Words replaced by a run are removed from their bands. If the line reader
 * fails, the page stays as it was and `host.degraded` is called.
 */
export async function readMissed(
  bands: readonly BandWords[],
  runs: readonly TextRun[],
  picture: Picture,
  budget: ReadingBudget,
  host: EngineHost,
): Promise<Completed> {
  const known = bands.flatMap(({ band, words }) => words.map((word) => ({ word, box: onPage(word, band) })));
  const missed = runs
    .map((run) => ({ run, words: run.words.map((word) => onPageOf(word, run)) }))
    .map(({ run, words }) => ({ run, words, under: known.filter(({ box }) => words.some((own) => holds(own, box))) }))
    .filter(({ words, under }) => !under.some(({ word }) => ZONE.test(word.text)) && isMissed(words, under))
    .toSorted((one, other) => one.run.box.b0 - other.run.box.b0);
  if (missed.length === 0) return { bands, words: [] };
  const replaced = new Set<RecognisedWord>();
  const found: Word[] = [];
  try {
    const reader = await openLineReader((await host.ocr()).lineReader);
    let left = Math.min(MISSED_COLUMNS, budget.columns, budget.work / COLUMN_WORK);
    let duds = 0;
    for (const { run, under } of missed) {
      const place = withMargin(run.box);
      const columns = Math.ceil(((place.a1 - place.a0) * LINE_HEIGHT) / (place.b1 - place.b0));
      if (columns > left) continue;
      left -= columns;
      budget.columns -= columns;
      budget.work -= COLUMN_WORK * columns;
      const words = await readRun(run, place, under, picture, reader);
      await host.pause();
      duds = words.length === 0 ? duds + 1 : 0;
      if (duds >= MAX_DUDS) break;
      if (words.length === 0) continue;
      const kept = under.filter(({ word }) => word.confidence >= GOOD);
      const fresh = words.filter((word) => !kept.some(({ box }) => holds(placeOf(word), box)));
      for (const known of under) {
        if (!kept.includes(known) && fresh.some((word) => holds(placeOf(word), known.box))) replaced.add(known.word);
      }
      found.push(...fresh);
    }
  } catch (error) {
    if (!(error instanceof LineReaderFailed)) throw error;
    host.degraded?.('line_reader', error);
  }
  return {
    bands: bands.map((band) => ({ ...band, words: band.words.filter((word) => !replaced.has(word)) })),
    words: found,
  };
}

type KnownWord = { readonly word: RecognisedWord; readonly box: Band };

function isMissed(words: readonly Band[], under: readonly KnownWord[]): boolean {
  const seen = under.filter(({ word }) => word.confidence >= READABLE);
  const length = words.reduce((sum, { a0, a1 }) => sum + a1 - a0, 0);
  const covered = words.reduce((sum, own) => sum + coveredPart(own, seen), 0);
  return covered < MIN_COVER * length || certaintyOf(seen.map(({ word }) => word)) < MIN_CERTAINTY;
}

function coveredPart(own: Band, seen: readonly KnownWord[]): number {
  const shared = seen
    .filter(({ box }) => holds(own, box))
    .reduce((sum, { box }) => sum + Math.max(0, Math.min(own.a1, box.a1) - Math.max(own.a0, box.a0)), 0);
  return Math.min(own.a1 - own.a0, shared);
}

/** True if the other's centre line passes through the box and they overlap along the line. */
function holds(own: Band, other: Band): boolean {
  const middle = (other.b0 + other.b1) / 2;
  return middle > own.b0 && middle < own.b1 && other.a0 < own.a1 && own.a0 < other.a1;
}

async function readRun(
  run: TextRun,
  place: Band,
  under: readonly KnownWord[],
  picture: Picture,
  reader: LineReader,
): Promise<readonly Word[]> {
  const scale = (LINE_HEIGHT - 0.001) / (place.b1 - place.b0);
  const letters = await reader.read(cutOut(picture, place, run.slope, scale));
  const sure = letters.reduce((sum, { certainty }) => sum + certainty, 0) / Math.max(1, letters.length);
  if (letters.length < 2 || sure < SURE_RUN || sure < certaintyOf(under.map(({ word }) => word))) return [];
  const seen = wordsOfLetters(letters, run, place).map(({ text, certainty, part }) => {
    const own = onPageOf(part, run);
    const word = { line: 0, box: [own.a0, own.b0, own.a1, own.b1] as const };
    const same = under.find((other) => other.word.text.toLowerCase() === text.toLowerCase() && holds(own, other.box));
    if (same === undefined) return { ...word, text, confidence: certainty * ALONE };
    // Both readings may come from this reader, so only an earlier agreement counts.
    const { agreed } = same.word;
    const confidence = Math.max(same.word.confidence, certainty);
    return { ...word, text: same.word.text, confidence, ...(agreed && { agreed }) };
  });
  const readable = seen.filter(({ confidence }) => confidence >= READABLE);
  return joinAmounts(readable, run.box.b1 - run.box.b0).map(wordOfBox);
}

function withMargin({ a0, a1, b0, b1 }: Band): Band {
  const margin = MARGIN * (b1 - b0) + 1;
  return { a0: a0 - 1.5 * margin, a1: a1 + 1.5 * margin, b0: b0 - margin, b1: b1 + margin };
}

function placeOf({ box: [a0, b0, a1, b1] }: Word): Band {
  return { a0, b0, a1, b1 };
}

function onPage({ box: [x0, y0, x1, y1] }: RecognisedWord, band: Band): Band {
  return { a0: band.a0 + x0, b0: band.b0 + y0, a1: band.a0 + x1, b1: band.b0 + y1 };
}

function certaintyOf(words: readonly Pick<Word, 'text' | 'confidence'>[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  const sure = words.reduce((sum, { text, confidence }) => sum + text.length * (confidence ?? 0), 0);
  return letters === 0 ? 0 : sure / letters;
}
