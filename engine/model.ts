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

/** EXIF orientation (tag 274): how the stored rows relate to what a person sees. 1 is upright. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** The steps of the engine, in the order of the work. */
export type EngineStage = 'read' | 'classify' | 'extract' | 'validate';

/** Host services for the engine, which has no clock, network or environment of its own. */
export interface EngineHost {
  /** Gives the event loop a turn. Called after every page that is read and between long loops. */
  pause(): Promise<void>;
  /**
   * Reports progress: `share`, in [0, 1], of that stage is done. Called up to a few times per page and not awaited, so
   * it must be quick and must not throw.
   */
  report?(stage: EngineStage, share: number): void;
  /** Reports that an optional part failed, and why; the document continues. Must be quick and must not throw. */
  degraded?(part: 'line_reader' | 'barcodes', cause: Error): void;
  /** The most work one file may cost after reading, in words looked at; `MAX_FILE_WORDS` unless given. */
  readonly workLimit?: number;
  /** Monotonic milliseconds, used only for `timings_ms`. */
  clock(): number;
  /** The compiled pdfium module (rendering). */
  pdfium(): Promise<WebAssembly.Module>;
  /** What recognising text in pictures takes. */
  ocr(): Promise<OcrAssets>;
  /** The compiled WebP decoder (libwebp, from @jsquash/webp). */
  webp(): Promise<WebAssembly.Module>;
  /** The compiled reader of barcodes (zxing-cpp, from zxing-wasm). */
  barcodes(): Promise<WebAssembly.Module>;
}

/** Languages that recognition has letters and words of (ISO 639-1). What is in no other is read as English. */
export const RECOGNISED_LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'cs', 'tr'] as const;
export type RecognisedLanguage = (typeof RECOGNISED_LANGUAGES)[number];

export interface OcrAssets {
  /** The compiled Tesseract module (tesseract.js-core, SIMD, LSTM only). */
  readonly module: WebAssembly.Module;
  /** A language's model as Tesseract wants it ("traineddata"), unpacked. Asked for once per instance and language. */
  languageModel(language: RecognisedLanguage): Promise<Uint8Array>;
  /** A second reader, of single lines, that differs from Tesseract. */
  readonly lineReader: LineReaderAssets;
}

export interface LineReaderAssets {
  /** The compiled kernels (`read/ocr/line-network/kernels.wasm`). */
  readonly module: WebAssembly.Module;
  /** A PP-OCR recognition model, as `training/line-model` writes it. Asked for once per instance. */
  model(): Promise<Uint8Array>;
}

export interface EngineInput {
  readonly bytes: Uint8Array;
  /** A hint from the caller; the content decides when absent. */
  readonly documentType?: DocumentType;
  /** What to look for, chosen by the caller; without it a shipped template is taken when its title stands on the page. */
  readonly template?: SchemaTemplate;
}

export type EngineOutcome =
  | { readonly ok: true; readonly result: ExtractionResult; readonly words: readonly (readonly PageWord[])[] }
  | { readonly ok: false; readonly error: EngineError };

export interface EngineError {
  readonly code: ExtractionErrorCode;
  /** One sentence for a person; no internals. */
  readonly message: string;
}

/** A word with what layout needs beyond its text and box. */
export interface Word extends PageWord {
  readonly box: Box;
  /** Height of the letters in page units. */
  readonly size: number;
  readonly bold: boolean;
  /** Two recognisers that differ read the same letters here; absent elsewhere and on words of a text layer. */
  readonly agreed?: true;
}

export interface ReadPage extends PageInfo {
  /** Where there is a `tilt`, size and words are those of the page set upright and level, so that layout sees rows. */
  readonly words: readonly Word[];
  /** Original orientation of a recognised page; the engine's output is turned back to it. */
  readonly tilt?: Tilt;
  /** What looked like letters on its picture is a drawing, a texture or another script: it has no words. */
  readonly unreadable?: true;
  /** The insides of the ruled boxes of a recognised form, in the frame of the words. */
  readonly cells?: readonly Box[];
  /** Filled-in fields of a fillable form, as the file holds them. */
  readonly widgets?: readonly FormWidget[];
  /** Codes on it, decoded. */
  readonly codes?: readonly PageCode[];
}

/** A field of a fillable form: the value of a text field, or whether a box is checked; the box is in the page's unit. */
export interface FormWidget {
  readonly box: Box;
  readonly value?: string;
  readonly checked?: boolean;
}

/** A code that a machine reads, with its text; the box is in the page's unit. */
export interface PageCode {
  readonly kind: 'qr' | 'pdf417' | 'code128' | 'ean13' | 'ean8' | 'upca';
  readonly text: string;
  readonly box: Box;
}

export interface Tilt {
  /** How the page must be turned to be upright, as EXIF counts it (1, 3, 6 or 8). */
  readonly orientation: Orientation;
  /** Radians by which lines of text fall to the right once it is upright. */
  readonly slope: number;
}

/** A value found in a structured invoice (UBL, CII, FatturaPA) with the XML path it stands at. */
export interface StructuredValue {
  readonly value: string;
  readonly path: string;
}

/** A machine-readable invoice, mapped to our field names. */
export interface StructuredInvoice {
  readonly syntax: 'ubl' | 'cii' | 'fatturapa';
  readonly documentType: DocumentType;
  readonly fields: Readonly<Record<string, StructuredValue>>;
  readonly lineItems: readonly Readonly<Record<string, StructuredValue>>[];
  /** The sums as the file states them, for the arithmetic rules of EN 16931. */
  readonly sums?: StructuredSums;
  /** How many more invoices the same file holds (FatturaPA allows several bodies); they are not mapped. */
  readonly furtherInvoices?: number;
}

/** Document totals (EN 16931 BG-22 and BG-23) as plain decimals; absent where the file has none. */
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

/** The one model every reader produces and every later stage takes. */
export interface ReadDocument {
  readonly mediaType: string;
  readonly method: ReadMethod;
  readonly pages: readonly ReadPage[];
  /** The e-invoice itself (XML file) or the one embedded in a PDF. */
  readonly structured?: StructuredInvoice;
  /** Where the file is a container of several documents (a mail, an archive): each of them, in order. */
  readonly parts?: readonly ReadPart[];
  /** What of the file could not be read. */
  readonly notes?: readonly Check[];
  /** Metadata of the file; absent where the format has none. */
  readonly properties?: FileProperties;
}

/** One document of several in a file. */
export interface ReadPart {
  readonly name: string;
  /** Its first page in the whole document, from 1. */
  readonly from: number;
  /** How many pages it has; none for an XML invoice. */
  readonly pages: number;
  readonly structured?: StructuredInvoice | undefined;
}

/** Metadata written by the program that created the file, not by the page layout: independent evidence. */
export interface FileProperties {
  /** Title and subject, a line each. */
  readonly title?: string;
  /** Day on which the file was made, ISO 8601. */
  readonly created?: string;
}

export type ReadOutcome =
  | { readonly ok: true; readonly document: ReadDocument }
  | { readonly ok: false; readonly error: EngineError };
