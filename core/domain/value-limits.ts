/**
 * The longest values that reach a row, a list or a live event, in UTF-16 units unless said otherwise. What a file or a
 * client holds beyond them stays in the bucket (the original, the result), which has no such limits.
 */
export const VALUE_LIMITS = {
  /** Longer than any file system's names; also what a download offers as a name. */
  documentName: 255,
  /** RFC 6838 allows 127 + 1 + 127 characters. */
  mediaType: 255,
  /** Registered names of companies end below this. */
  vendorName: 200,
  /** EN 16931 sets no limit; numbers that people use are below 50 characters. */
  documentNumber: 100,
  /** ISO 8601 with a time and an offset is 35 characters. */
  documentDate: 40,
  /** A sign, 30 digits, a point: far beyond any sum that is paid. */
  totalAmount: 40,
  /** ISO 4217 has three letters. */
  currency: 16,
  /** A paragraph of a discussion between reviewers. */
  comment: 2_000,
  /** A sentence or two of a reviewer. */
  rejectionReason: 500,
  /** One sentence for a person. */
  errorMessage: 500,
  /** What browsers send is below this. */
  userAgent: 300,
  /** IPv6 with a zone. */
  networkAddress: 64,
  /** Ids, and the `METHOD /path` of what was refused. */
  auditTarget: 200,
  /** One old or new value of an audit event. */
  auditValue: 500,
  /** The JSON of all changes of an audit event: a list reads a hundred of them at a time. */
  auditChanges: 32_768,
  /** Names that are kept of changes which are longer. */
  auditNames: 50,
} as const;

/**
 * The most that a result holds, and that `GET /documents/:id` sends with the document. Where something was left out the
 * result says so with a check that failed, `result_limit:<what>`.
 */
export const RESULT_LIMITS = {
  /** UTF-16 units of one value, evidence or cell: as much as the reader takes of one text of an e-invoice. */
  text: 65_536,
  /** Rows of all item tables together: 500 pages of a bank statement with 40 rows each. */
  lineItems: 20_000,
  /** Tables: four on each of 500 pages. */
  tables: 2_000,
  /** Cells of all tables together: 20,000 rows of ten columns. */
  tableCells: 200_000,
  /** Checks of a kind that is made for each row or each part. */
  checks: 2_000,
  /** Words of one page: a page holds at most 60,000 letters. */
  wordsPerPage: 60_000,
  /** UTF-16 units of one word; the longest that people write are below 100, keys and links below 1,000. */
  word: 2_000,
  /** UTF-16 units of JSON of rows and tables, about: 500 dense pages are 5 MB, and readers hold the answer in memory. */
  units: 16_000_000,
} as const;

const CUT = '…';

/** The text, or its beginning with an ellipsis where it is longer than `limit`. Never ends in half a character. */
export function bounded(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = limit - CUT.length;
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  return text.slice(0, splitsPair ? end - 1 : end) + CUT;
}
