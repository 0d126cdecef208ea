/**
 * Maximum lengths of values in rows, lists and live events, in UTF-16 units unless stated otherwise. The bucket
 * (original, result) stores the full values.
 */
export const VALUE_LIMITS = {
  /** Longer than the limits of common file systems. Also used as the download name. */
  documentName: 255,
  /** RFC 6838 allows 127 + 1 + 127 characters. */
  mediaType: 255,
  /** Longer than registered company names. */
  vendorName: 200,
  /** EN 16931 sets no limit; numbers in practice have fewer than 50 characters. */
  documentNumber: 100,
  /** An ISO 8601 date with time and offset has 35 characters. */
  documentDate: 40,
  /** A sign, 30 digits and a decimal point: more than any real amount. */
  totalAmount: 40,
  /** ISO 4217 codes have three letters. */
  currency: 16,
  /** A paragraph of a discussion between reviewers. */
  comment: 2_000,
  /** A reviewer's sentence or two. */
  rejectionReason: 500,
  /** One human-readable sentence. */
  errorMessage: 500,
  /** Longer than the user agents of browsers. */
  userAgent: 300,
  /** An IPv6 address with a zone. */
  networkAddress: 64,
  /** Ids, or the `METHOD /path` of a refused request. */
  auditTarget: 200,
  /** One old or new value of an audit event. */
  auditValue: 500,
  /** JSON of all changes in an audit event. A list reads a hundred of them at a time. */
  auditChanges: 32_768,
  /** Number of field names kept if the changes are too long. */
  auditNames: 50,
} as const;

/**
 * The largest result, in bytes, that other responses embed; invoices of a few pages stay far below it. A larger one is
 * available only at `/documents/:id/result`, so that polling a document never transfers megabytes.
 */
export const EMBEDDED_RESULT_BYTES = 1_048_576;

/**
 * Limits of a result. If something was omitted, the result contains a failed check
 * `result_limit:<what>`.
 */
export const RESULT_LIMITS = {
  /** UTF-16 units of one value, evidence or cell: the same limit as for one text in an e-invoice. */
  text: 65_536,
  /** Rows of all item tables: 500 pages of a bank statement with 40 rows each. */
  lineItems: 20_000,
  /** Tables: four on each of 500 pages. */
  tables: 2_000,
  /** Cells of all tables together: 20,000 rows of ten columns. */
  tableCells: 200_000,
  /** Checks that are generated per row or per part. */
  checks: 2_000,
  /** Words per page. A page has at most 60,000 characters. */
  wordsPerPage: 60_000,
  /** UTF-16 units per word. Natural words are shorter than 100, keys and links shorter than 1,000. */
  word: 2_000,
  /**
   * Approximate UTF-16 units of JSON for rows and tables. 500 dense pages are 5 MB, and clients hold the response in
   * memory.
   */
  units: 16_000_000,
} as const;

const CUT = '…';

/** Truncates text to `limit` with an ellipsis. Never splits a surrogate pair. */
export function bounded(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = limit - CUT.length;
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  return text.slice(0, splitsPair ? end - 1 : end) + CUT;
}
