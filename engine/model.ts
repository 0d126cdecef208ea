import type { DocumentType } from '#core/domain/document-types';
import type {
  Box,
  Check,
  ExtractionErrorCode,
  ExtractionResult,
  PageInfo,
  PageWord,
  ReadMethod,
} from '#core/domain/result';
import type { SchemaTemplate } from '#core/domain/schema-template';

/** EXIF orientation (tag 274): relation of the stored rows to the displayed image. 1 is upright. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** The stages of the engine, in order. */
export type EngineStage = 'read' | 'classify' | 'extract' | 'validate';

/** Host services for the engine, which has no clock, network or environment of its own. */
export interface EngineHost {
  /** Yields to the event loop. Called after every page read and between long loops. */
  pause(): Promise<void>;
  /**
   * Reports progress: `share`, in [0, 1], of that stage is done. Called up to a few times per page and not awaited, so
   * it must be quick and must not throw.
   */
  report?(stage: EngineStage, share: number): void;
  /** Reports that an optional part failed, and why; the document continues. Must be quick and must not throw. */
  degraded?(part: 'line_reader' | 'barcodes', cause: Error): void;
  /** Maximum work for one file after reading, in words examined; defaults to `MAX_FILE_WORDS`. */
  readonly workLimit?: number;
  /** Monotonic milliseconds, used only for `timings_ms`. */
  clock(): number;
  /** The compiled pdfium module (rendering). */
  pdfium(): Promise<WebAssembly.Module>;
  /** Assets for recognising text in images. */
  ocr(): Promise<OcrAssets>;
  /** The compiled WebP decoder (libwebp, from @jsquash/webp). */
  webp(): Promise<WebAssembly.Module>;
  /** The compiled barcode reader (zxing-cpp, from zxing-wasm). */
  barcodes(): Promise<WebAssembly.Module>;
}

/** Languages supported by recognition (ISO 639-1). Text in other languages is read as English. */
export const RECOGNISED_LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'cs', 'tr'] as const;
export type RecognisedLanguage = (typeof RECOGNISED_LANGUAGES)[number];

export interface OcrAssets {
  /** The compiled Tesseract module (tesseract.js-core, SIMD, LSTM only). */
  readonly module: WebAssembly.Module;
  /** A language's Tesseract model ("traineddata"), uncompressed. Requested once per instance and language. */
  languageModel(language: RecognisedLanguage): Promise<Uint8Array>;
  /** A second reader, for single lines, independent of Tesseract. */
  readonly lineReader: LineReaderAssets;
}

export interface LineReaderAssets {
  /** The compiled kernels (`read/ocr/line-network/kernels.wasm`). */
  readonly module: WebAssembly.Module;
  /** A PP-OCR recognition model, as written by `training/line-model`. Requested once per instance. */
  model(): Promise<Uint8Array>;
}

export interface EngineInput {
  readonly bytes: Uint8Array;
  /** The result of `detectMediaType`, if the caller has it already. */
  readonly mediaType?: string;
  /** A hint from the caller; if absent, the content decides. */
  readonly documentType?: DocumentType;
  /** The caller's template; without it, a shipped template is used if its title is on the page. */
  readonly template?: SchemaTemplate;
}

export type EngineOutcome =
  | { readonly ok: true; readonly result: ExtractionResult; readonly words: readonly (readonly PageWord[])[] }
  | { readonly ok: false; readonly error: EngineError };

export interface EngineError {
  readonly code: ExtractionErrorCode;
  /** One sentence for the user, without internals. */
  readonly message: string;
}

/** A word with the data that layout needs beyond text and box. */
export interface Word extends PageWord {
  readonly box: Box;
  /** Letter height in page units. */
  readonly size: number;
  readonly bold: boolean;
  /** Two different recognisers read the same letters here; absent otherwise and on words of a text layer. */
  readonly agreed?: true;
}

export interface ReadPage extends PageInfo {
  /** If there is a `tilt`, sizes and boxes refer to the upright, level page, so that layout finds rows. */
  readonly words: readonly Word[];
  /** Original orientation of a recognised page; the engine's output is mapped back to it. */
  readonly tilt?: Tilt;
  /** The letter-like marks on its image are a drawing, a texture or another script: the page has no words. */
  readonly unreadable?: true;
  /** Insides of the ruled boxes of a recognised form, in the frame of the words. */
  readonly cells?: readonly Box[];
  /** Filled-in fields of a fillable form, as stored in the file. */
  readonly widgets?: readonly FormWidget[];
  /** Decoded codes on the page. */
  readonly codes?: readonly PageCode[];
}

/** A field of a fillable form: the value of a text field, or whether a box is checked; the box is in page units. */
export interface FormWidget {
  readonly box: Box;
  readonly value?: string;
  readonly checked?: boolean;
}

/** A machine-readable code with its text; the box is in page units. */
export interface PageCode {
  readonly kind: 'qr' | 'pdf417' | 'code128' | 'ean13' | 'ean8' | 'upca';
  readonly text: string;
  readonly box: Box;
}

export interface Tilt {
  /** Orientation that turns the page upright, in EXIF terms (1, 3, 6 or 8). */
  readonly orientation: Orientation;
  /** Slope of the lines of text on the upright page: radians, positive if they fall to the right. */
  readonly slope: number;
}

/** A value of a structured file (an e-invoice, a bank file) with its XML path, or its line in a file of lines. */
export interface StructuredValue {
  readonly value: string;
  readonly path: string;
  /** The value as written, where its form in the file is another. */
  readonly text?: string;
}

/** A statement in one of the formats that banks export, mapped to our field names. */
export interface BankFileStatement {
  readonly format: 'camt' | 'mt940' | 'ofx' | 'qif' | 'bai2' | 'csv';
  readonly fields: Readonly<Record<string, StructuredValue>>;
  /** Booked movements in the order of the file; `amount` is signed: money in is positive. */
  readonly rows: readonly Readonly<Record<string, StructuredValue>>[];
  /** What the file states about itself and reading has checked: numbers of records, control totals. */
  readonly checks: readonly Check[];
}

/** A machine-readable invoice, mapped to our field names. */
export interface StructuredInvoice {
  readonly syntax: 'ubl' | 'cii' | 'fatturapa';
  readonly documentType: DocumentType;
  readonly fields: Readonly<Record<string, StructuredValue>>;
  readonly lineItems: readonly Readonly<Record<string, StructuredValue>>[];
  /** The sums stated in the file, for the arithmetic rules of EN 16931. */
  readonly sums?: StructuredSums;
  /** Number of further invoices in the same file (FatturaPA allows several bodies); they are not mapped. */
  readonly furtherInvoices?: number;
  /** Paths of the elements whose text was longer than is read, attachments left out. */
  readonly cutTexts?: readonly string[];
}

/** Document totals (EN 16931 BG-22 and BG-23) as plain decimals; absent if the file has none. */
export interface StructuredSums {
  readonly lineNet?: StructuredValue;
  readonly allowances?: StructuredValue;
  readonly charges?: StructuredValue;
  readonly taxBasis?: StructuredValue;
  readonly tax?: StructuredValue;
  readonly grandTotal?: StructuredValue;
  readonly prepaid?: StructuredValue;
  readonly rounding?: StructuredValue;
  readonly duePayable?: StructuredValue;
  readonly taxGroups: readonly { readonly basis?: StructuredValue; readonly tax?: StructuredValue }[];
}

/** The common model: produced by every reader and used by every later stage. */
export interface ReadDocument {
  readonly mediaType: string;
  readonly method: ReadMethod;
  readonly pages: readonly ReadPage[];
  /** The e-invoice itself (XML file) or the one embedded in a PDF. */
  readonly structured?: StructuredInvoice;
  /** The first statement of a bank file. */
  readonly statement?: BankFileStatement;
  /** For a container of several documents (a mail, an archive): each of them, in order. */
  readonly parts?: readonly ReadPart[];
  /** Parts of the file that could not be read. */
  readonly notes?: readonly Check[];
  /** Metadata of the file; absent if the format has none. */
  readonly properties?: FileProperties;
}

/** One document of several in a file. */
export interface ReadPart {
  readonly name: string;
  /** Its first page in the whole document, from 1. */
  readonly from: number;
  /** Number of pages; 0 for an XML invoice or a bank file. */
  readonly pages: number;
  readonly structured?: StructuredInvoice | undefined;
  readonly statement?: BankFileStatement | undefined;
}

/** Metadata written by the program that created the file, not by the page layout: independent evidence. */
export interface FileProperties {
  /** Title and subject, one per line. */
  readonly title?: string;
  /** Creation date of the file, ISO 8601. */
  readonly created?: string;
}

export type ReadOutcome =
  | { readonly ok: true; readonly document: ReadDocument }
  | { readonly ok: false; readonly error: EngineError };
