/**
 * How much the second reader may still read of a document, in columns of its input (pictures of 48 pixels' height).
 * Counted in work, not in time, so that one file always reads the same.
 */
export interface ReadingBudget {
  columns: number;
}

/** A column costs some 0.08 ms of CPU: under two seconds for a page, seven for a document. */
export const PAGE_COLUMNS = 20_000;
const DOCUMENT_COLUMNS = 80_000;

export function documentBudget(): ReadingBudget {
  return { columns: DOCUMENT_COLUMNS };
}
