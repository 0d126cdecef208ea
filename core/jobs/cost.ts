/**
 * What reading a file will cost, guessed before it is read: the kind of its first bytes and its size are all that is
 * known then. In milliseconds of CPU, to the order of magnitude.
 */
export interface KnownOfFile {
  /** By content, never by what the sender says; null: nothing the engine knows. */
  readonly mediaType: string | null;
  /** Bytes. */
  readonly size: number;
}

/** What text recognition of a page costs at least. */
const PICTURE_MS = 5_000;
/** A PDF of 100 kB is one or two pages with text (about a second); one of 1 MB is as a rule a scan. */
const PDF_BYTES_PER_MS = 100;
/** Texts, tables, e-invoices and mails. */
const TEXT_BYTES_PER_MS = 5_000;

/** Up to here a job is read beside others; beyond it, it needs the isolate's memory to itself. */
export const MAX_LIGHT_MS = 2_000;

/** What is assumed of a job of which nothing is known. */
export const UNKNOWN_COST_MS = PICTURE_MS;

export function estimateCost({ mediaType, size }: KnownOfFile): number {
  if (mediaType?.startsWith('image/')) return PICTURE_MS + Math.ceil(size / PDF_BYTES_PER_MS);
  const bytesPerMs = mediaType === 'application/pdf' ? PDF_BYTES_PER_MS : TEXT_BYTES_PER_MS;
  return Math.ceil(size / bytesPerMs);
}
