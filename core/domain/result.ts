import type { DocumentType } from './document-types.ts';

/**
 * The result of an extraction, identical in the API, webhooks, the SDK and the command line. Field names are snake_case
 * because this is the wire format. Values are strings: amounts are plain decimals with a point, dates ISO 8601,
 * currencies ISO 4217.
 */

export const RESULT_SCHEMA = 'neocaptured/result/1';

/** `[x0, y0, x1, y1]` from the top left of the page, in the page's unit. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/**
 * - `proved`: confirmed by an independent check (checksum, unique labelled sum chain, embedded e-invoice).
 * - `supported`: read clearly, without contradiction.
 * - `needs_review`: should be reviewed by a person.
 * - `confirmed`: a person or program set or accepted the value; never the outcome of a reading.
 */
export const FIELD_STATES = ['proved', 'supported', 'needs_review', 'confirmed'] as const;
export type FieldState = (typeof FIELD_STATES)[number];
/** States in which the engine leaves a value. */
export type ReadState = Exclude<FieldState, 'confirmed'>;

/**
 * Where a value was read. `page` and `box` are null if the source has no pages (an XML file); `path` then names the
 * node.
 */
export interface Evidence {
  readonly page: number | null;
  readonly box: Box | null;
  readonly text: string;
  readonly path?: string | undefined;
}

export interface Alternative {
  readonly value: string;
  readonly confidence: number;
}

export interface FieldValue {
  readonly value: string;
  /** Probability that the value is correct, in [0, 1]. */
  readonly confidence: number;
  readonly state: FieldState;
  readonly evidence: readonly Evidence[];
  /** Names of the checks in `ExtractionResult.checks` that support this value. */
  readonly checks: readonly string[];
  readonly alternatives: readonly Alternative[];
  /** The rule that chose the value, for example `label:invoice_number/right`. */
  readonly rule: string;
  /** The value before it was confirmed; null if nothing had been read. Only on confirmed values. */
  readonly original?: OriginalReading | null | undefined;
  readonly confirmed_by?: Confirmation | undefined;
}

/** A value as the engine read it, kept with the one that replaced it. */
export type OriginalReading = Pick<FieldValue, 'value' | 'confidence' | 'evidence' | 'rule'> & {
  readonly state: ReadState;
};

/**
 * How a confirmed value was entered.
 * - `accepted`: the value that was already there.
 * - `alternative`: one of the alternatives.
 * - `picked`: words of the page; the evidence is their place.
 * - `typed`: anything else.
 * - `absent`: the field is not on the document.
 */
export const CONFIRMATION_METHODS = ['accepted', 'alternative', 'picked', 'typed', 'absent'] as const;
export type ConfirmationMethod = (typeof CONFIRMATION_METHODS)[number];

export interface Confirmation {
  readonly kind: 'user' | 'api_key';
  /** Id of the user or API key. */
  readonly id: string;
  readonly how: ConfirmationMethod;
  /** RFC 3339, UTC. */
  readonly at: string;
}

/** A field that was confirmed not to be on the document. */
export interface AbsentField {
  readonly original: OriginalReading | null;
  readonly confirmed_by: Confirmation;
}

/** A row of the item table, keyed by column names such as `description`, `quantity`, `unit_price`, `amount`. */
export type LineItem = Readonly<Record<string, FieldValue>>;

export interface Check {
  /** Rule name. Comparisons of an embedded XML with the page are `xml_equals_page:<field>`. */
  readonly rule: string;
  readonly ok: boolean;
  /** A calculation the user can verify, for example `100.00 + 18.00 = 118.00`. */
  readonly detail: string;
  /** Names of the fields that the check contradicts or supports; absent where it is not about fields. */
  readonly fields?: readonly string[] | undefined;
}

/**
 * A table on a page as a grid. As in HTML, a row lists its cells from left to right, including empty ones, and omits
 * the columns covered by a wider cell.
 */
export interface ResultTable {
  readonly page: number;
  readonly box: Box;
  readonly rows: readonly (readonly ResultTableCell[])[];
}

export interface ResultTableCell {
  readonly text: string;
  /** Null for empty cells. */
  readonly box: Box | null;
  /** Number of columns covered, if more than one. */
  readonly col_span?: number | undefined;
  readonly row_span?: number | undefined;
}

/** One document in a file that contains several: a file in a mail or archive, or a page range of a scanned stack. */
export interface ProposedDocument {
  /** First and last page, from 1; null for a document without pages (an XML invoice). */
  readonly pages: readonly [from: number, to: number] | null;
  readonly document_type: DocumentType;
  readonly document_type_confidence: number;
  /** Probability that a document starts on its first page. */
  readonly confidence: number;
  /** Human-readable reason for the split. */
  readonly reason: string;
  /** Name of the attachment or archive member it comes from. */
  readonly file?: string | undefined;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly line_items: readonly LineItem[];
  readonly missing: readonly string[];
  readonly checks: readonly Check[];
}

export const PAGE_SOURCES = ['text-layer', 'ocr', 'none'] as const;
export type PageSource = (typeof PAGE_SOURCES)[number];

/**
 * Why a page was read only in part. `budget`: the page reached its work limit, as on very noisy photos; its words are
 * those found so far.
 */
export const PAGE_TRUNCATIONS = ['budget'] as const;
export type PageTruncation = (typeof PAGE_TRUNCATIONS)[number];

export interface PageInfo {
  /** From 1. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly unit: 'pt' | 'px';
  readonly source: PageSource;
  /** The file has no pages (text, table, mail); this one was laid out by the reader and has no image. */
  readonly laid_out?: true | undefined;
  /** Name of the attachment or archive member the page comes from. */
  readonly file?: string | undefined;
  /** Absent if the page was read completely. */
  readonly truncated?: PageTruncation | undefined;
  /** Document type of the single page; only in files that contain several documents. */
  readonly document_type?: DocumentType | undefined;
}

export const READ_METHODS = ['text-layer', 'ocr', 'mixed', 'e-invoice', 'bank-file', 'none'] as const;
export type ReadMethod = (typeof READ_METHODS)[number];

export interface ExtractionResult {
  readonly schema: typeof RESULT_SCHEMA;
  /** 1 as read; each correction adds 1. */
  readonly version: number;
  readonly document_type: DocumentType;
  readonly document_type_confidence: number;
  /** The schema template that was applied, if any. */
  readonly template?: { readonly id: string; readonly version: number } | undefined;
  /** ISO 639-1, or null if unknown. */
  readonly language: string | null;
  readonly page_count: number;
  readonly method: ReadMethod;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly line_items: readonly LineItem[];
  /** Expected fields of the document type (`expected-fields.ts`) that were not found, required ones first. */
  readonly missing: readonly string[];
  /** Fields confirmed not to be on the document, by name; they are never `missing`. Absent when there are none. */
  readonly absent?: Readonly<Record<string, AbsentField>> | undefined;
  /** What had been read of fields whose value was cleared, by name, so that a later value keeps its first reading. */
  readonly cleared?: Readonly<Record<string, OriginalReading>> | undefined;
  readonly checks: readonly Check[];
  readonly pages: readonly PageInfo[];
  /** Tables detected by their columns; absent if there are none. */
  readonly tables?: readonly ResultTable[] | undefined;
  /**
   * The documents in a file that contains several, each with its own values. The values of the result itself are those
   * of the first one with a known type. Absent for a single document.
   */
  readonly documents?: readonly ProposedDocument[] | undefined;
  readonly timings_ms: Readonly<Record<'read' | 'classify' | 'extract' | 'validate', number>>;
}

/** A word on a page, as returned by `GET /documents/:id/pages/:n/words`. */
export interface PageWord {
  readonly text: string;
  readonly box: Box;
  /** OCR confidence in [0, 1]; absent for words of the text layer. */
  readonly confidence?: number | undefined;
}

/** Reasons why a document could not be read. Stable; documented in docs/errors.md. */
export const EXTRACTION_ERROR_CODES = [
  'unsupported_media_type',
  'encrypted',
  'damaged',
  'empty',
  'too_large',
  'timed_out',
] as const;
export type ExtractionErrorCode = (typeof EXTRACTION_ERROR_CODES)[number];
