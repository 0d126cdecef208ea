import type { RecognisedLanguage } from '#engine/model';
import type { RecognisedWord } from './recogniser.ts';

/** Limits and state shared by the pages of a document during recognition. */
export interface ReadingBudget {
  /**
   * Remaining work of the line reader, in columns of its input (images 48 pixels high). Measured in work, not in time,
   * so that the same file always yields the same result.
   */
  columns: number;
  /** Set by the first page that is evidently not English: later pages are read in this language from the start. */
  language?: RecognisedLanguage;
  /** Remainder of the current page's `PAGE_WORK`. The last step may make it negative. */
  work: number;
}

/** A column costs about 0.08 ms of CPU: under two seconds per page, seven per document. */
export const PAGE_COLUMNS = 20_000;
const DOCUMENT_COLUMNS = 80_000;

/**
 * Work allowed for recognising one page. A unit is about 10 ns of CPU on one core of 2024: processing one pixel once.
 * These nine seconds leave one for decoding the image and finding its letters; the densest pages take eight.
 */
export const PAGE_WORK = 900_000_000;

/** Units per letter recognised with full confidence (1.5 ms), and the surcharge for a letter with none. */
const LETTER_WORK = 150_000;
const UNSURE_WORK = 300_000;
/** Units per column of the line reader's input (0.12 ms). */
export const COLUMN_WORK = 12_000;

export function documentBudget(): ReadingBudget {
  return { columns: DOCUMENT_COLUMNS, work: PAGE_WORK };
}

/** Units that recognising an image took, estimated from its pixels and the words read. */
export function recognitionWork(pixels: number, words: readonly Pick<RecognisedWord, 'text' | 'confidence'>[]): number {
  return words.reduce(
    (sum, { text, confidence }) => sum + text.length * (LETTER_WORK + UNSURE_WORK * (1 - confidence)),
    pixels,
  );
}

/** Upper estimate of the units for recognising an image: each piece of its ink is read as an uncertain letter. */
export function worstWork(pixels: number, pieces: number): number {
  return pixels + pieces * (LETTER_WORK + UNSURE_WORK);
}
