import type { RecognisedLanguage } from '#engine/model';
import type { RecognisedWord } from './recogniser.ts';

/** What the pages of a document share while they are recognised. */
export interface ReadingBudget {
  /**
   * How much the second reader may still read, in columns of its input (pictures of 48 pixels' height). Counted in
   * work, not in time, so that one file always reads the same.
   */
  columns: number;
  /** Set by the first page that is evidently not English: the pages after it are read in this from the start. */
  language?: RecognisedLanguage;
  /** What is left of the present page's `PAGE_WORK`. May fall below zero by the last step. */
  work: number;
}

/** A column costs some 0.08 ms of CPU: under two seconds for a page, seven for a document. */
export const PAGE_COLUMNS = 20_000;
const DOCUMENT_COLUMNS = 80_000;

/**
 * Work that recognising one page may take. A unit is about 10 ns of CPU on one core of 2024: looking once at one pixel.
 * Nine seconds leave one for decoding the picture and finding its letters; the densest pages take eight.
 */
export const PAGE_WORK = 900_000_000;

/** Units for a letter that the recogniser is certain of (1.5 ms), and what one adds that it is not certain of at all. */
const LETTER_WORK = 150_000;
const UNSURE_WORK = 300_000;
/** Units for a column of the second reader's input (0.12 ms). */
export const COLUMN_WORK = 12_000;

export function documentBudget(): ReadingBudget {
  return { columns: DOCUMENT_COLUMNS, work: PAGE_WORK };
}

/** Units that recognising a picture took, judged by its pixels and by what was read in it. */
export function recognitionWork(pixels: number, words: readonly Pick<RecognisedWord, 'text' | 'confidence'>[]): number {
  return words.reduce(
    (sum, { text, confidence }) => sum + text.length * (LETTER_WORK + UNSURE_WORK * (1 - confidence)),
    pixels,
  );
}

/** The most units that recognising a picture is likely to take: each piece of its ink read as an uncertain letter. */
export function worstWork(pixels: number, pieces: number): number {
  return pixels + pieces * (LETTER_WORK + UNSURE_WORK);
}
