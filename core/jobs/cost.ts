/**
 * Estimates the cost of reading a file in milliseconds of CPU, to the order of magnitude. Before reading, only the type
 * of its first bytes and its size are known.
 */
export interface KnownOfFile {
  /** Detected from the content, never taken from the sender; null for types the engine does not support. */
  readonly mediaType: string | null;
  /** Bytes. */
  readonly size: number;
}

/** Minimum cost of OCR on one page. */
const PICTURE_MS = 5_000;
/** A PDF of 100 kB is one or two pages of text (about a second); one of 1 MB is usually a scan. */
const PDF_BYTES_PER_MS = 100;
/** Text files, tables, e-invoices and mails. */
const TEXT_BYTES_PER_MS = 5_000;

/** Jobs up to this cost run concurrently. More expensive ones need the isolate's memory to themselves. */
export const MAX_LIGHT_MS = 2_000;

/** Assumed cost of a job without an estimate. */
export const UNKNOWN_COST_MS = PICTURE_MS;

export function estimateCost({ mediaType, size }: KnownOfFile): number {
  if (mediaType?.startsWith('image/')) return PICTURE_MS + Math.ceil(size / PDF_BYTES_PER_MS);
  const bytesPerMs = mediaType === 'application/pdf' ? PDF_BYTES_PER_MS : TEXT_BYTES_PER_MS;
  return Math.ceil(size / bytesPerMs);
}
