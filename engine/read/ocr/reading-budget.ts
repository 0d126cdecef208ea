import type { RecognisedLanguage } from '#engine/model';

/** What the pages of a document share while they are recognised. */
export interface ReadingBudget {
  /**
   * How much the second reader may still read, in columns of its input (pictures of 48 pixels' height). Counted in
   * work, not in time, so that one file always reads the same.
   */
  columns: number;
  /** Set by the first page that is evidently not English: the pages after it are read in this from the start. */
  language?: RecognisedLanguage;
}

/** A column costs some 0.08 ms of CPU: under two seconds for a page, seven for a document. */
export const PAGE_COLUMNS = 20_000;
const DOCUMENT_COLUMNS = 80_000;

export function documentBudget(): ReadingBudget {
  return { columns: DOCUMENT_COLUMNS };
}
