/**
 * Limits of the readers. A document beyond them ends as `too_large` or loses the excess; it never crashes the process.
 */

/** More pages than any single business document has; at 6 ms per page this is three seconds of work. */
export const MAX_PAGES = 500;

/** pdfium holds a copy of the file; with its own 19 MB this stays under a Worker's 128 MB. */
export const MAX_PDF_BYTES = 48 * 1024 * 1024;

/** A dense A4 page has about 8,000 glyphs; beyond this the page is a drawing made of letters. */
export const MAX_GLYPHS_PER_PAGE = 60_000;

/** Glyphs read between two turns of the event loop (about 15 ms). */
export const GLYPHS_PER_SLICE = 8_000;

/** Largest e-invoice file; real ones are under 1 MB unless they contain attachments. */
export const MAX_XML_BYTES = 20 * 1024 * 1024;

/** EN 16931 syntaxes nest about 12 deep. */
export const MAX_XML_DEPTH = 64;

/** Tags of an e-invoice: 5,000 lines with 40 elements each, opened and closed. */
export const MAX_XML_TAGS = 400_000;

/** Letters of one tag with its attributes. Those of a root with every namespace are under 5,000. */
export const MAX_XML_TAG = 16_384;

/**
 * Letters of one text of an e-invoice, as written. Notes have a few thousand. What is longer is cut, and a failed check
 * of the result says where; attachments are longer, and are not read.
 */
export const MAX_XML_TEXT = 65_536;

/** Attachments searched for the embedded e-invoice. */
export const MAX_ATTACHMENTS = 50;

/** Pixels of a page for recognition: A4 at 300 dpi. Larger images are downscaled while decoding. */
export const MAX_OCR_PIXELS = 9_000_000;

/** Pages rendered to find a payment code; a bill has one, a batch a few. */
export const MAX_CODE_PAGES = 4;

/** Pages recognised per document; at one to three seconds each this stays within a Worker's 300 s of CPU. */
export const MAX_OCR_PAGES = 40;

/** Words laid out for a file without pages of its own: 500 dense pages. */
export const MAX_LAID_OUT_WORDS = 300_000;

/** Maximum bytes of a text, HTML or CSV file; 500 dense pages of text are under 3 MB, markup multiplies it. */
export const MAX_TEXT_BYTES = 20 * 1024 * 1024;

/** Files in a ZIP archive; office files have fewer than a hundred. */
export const MAX_ZIP_ENTRIES = 2_000;

/** Total size to which the members read from one archive may decompress. */
export const MAX_ZIP_BYTES = 64 * 1024 * 1024;

/**
 * Deflate compresses at most 1:1032; text of office files reaches about 1:50. Beyond this ratio a member is a ZIP bomb.
 */
export const MAX_ZIP_RATIO = 200;

/** Files in one mail or archive that are read as documents. */
export const MAX_PARTS = 50;

/** Nested containers: a mail in a mail, a signed file in an archive. */
export const MAX_CONTAINER_DEPTH = 3;
