import type { ReadMethod } from '#core/domain/result';
import type { EngineError, EngineHost, FileProperties, ReadOutcome, ReadPage, StructuredInvoice } from '#engine/model';
import { type Pdfium, PdfiumFailed } from '#engine/pdfium/instance';
import { surveyPage } from '#engine/pdfium/survey-page';
import { readEInvoice } from '../e-invoice/index.ts';
import { detectMediaType } from '../media-type.ts';
import { drawAnnotations } from './appearances.ts';
import { readAttachments } from './attachments.ts';
import { hasOversizedContent } from './content-size.ts';
import { readFileProperties } from './file-properties.ts';
import { readGlyphs } from './glyphs.ts';
import type { OpenedPdf } from './open-document.ts';
import { pageFrame } from './page-frame.ts';
import type { PdfFile } from './pdf-file.ts';
import { readWithPdfJs } from './pdfjs-pages.ts';
import { recognisePages } from './recognise-pages.ts';
import { type FormValues, openFormValues, type PlacedWidget, placeWidgets, readWidgets } from './widgets.ts';
import { wordsFromGlyphs } from './words.ts';

/** US Letter: what PDF viewers use for a page without a usable size. */
const FALLBACK_SIZE = { width: 612, height: 792 };

/** With a larger share of unmapped glyphs the text layer does not match the visible text. */
const MAX_UNMAPPED_SHARE = 0.3;

/** A scan may carry a stamp or a page number as text: this few words over an image of this share are not its text. */
const FEW_WORDS = 12;
const SCAN_SHARE = 0.5;

/** A page with fewer objects is parsed in a few milliseconds. */
const MANY_OBJECTS = 2_000;
/** Finding the text takes 1 µs an object. A page with more is read from its picture, where it can be drawn. */
const MAX_OBJECTS = 120_000;
/** A smaller file is opened in a few milliseconds. */
const LONG_FILE = 1024 * 1024;

/**
 * Reads the text layer of a PDF. A page that cannot be opened is listed without words; the others are read. Files that
 * pdfium cannot open, and glyphs it cannot map, are tried with pdf.js.
 */
export async function readPdf(file: PdfFile, host: EngineHost): Promise<ReadOutcome> {
  const { bytes } = file;
  const reading = await readOrGiveUp(file, host);
  if (!reading.ok) {
    if (reading.error.code !== 'damaged') return reading;
    const pages = await readWithPdfJs(bytes, host);
    return pages === undefined || pages.length === 0 ? reading : outcomeOf(pages, undefined);
  }
  const silent = reading.pages.every(({ page }) => page.words.length === 0);
  const isDoubtful = ({ doubt }: PdfiumPage) => doubt !== undefined && (doubt !== 'nothing-drawn' || silent);
  const second = reading.pages.some(isDoubtful) ? await readWithPdfJs(bytes, host) : undefined;
  const pages = reading.pages.map((read) => {
    const other = second?.find((candidate) => candidate.page === read.page.page);
    return isDoubtful(read) && other !== undefined && other.words.length > 0 ? other : read.page;
  });
  const pictures = reading.pages.filter((read, index) => isPicture(read, pages[index] ?? read.page));
  const numbers = new Set(pictures.map(({ page }) => page.page));
  const seen = numbers.size === 0 ? pages : await recognisePages(file, pages, numbers, host);
  return outcomeOf(seen, reading.structured, reading.properties);
}

/**
 * A page is recognised if it shows something but has no text, too little text over a scan, or text that cannot be
 * mapped.
 */
function isPicture({ page: own, doubt, imageShare, drawn }: PdfiumPage, page: ReadPage): boolean {
  if (page.words.length === 0) return drawn && doubt !== 'unreadable';
  if (doubt === 'unnamed-glyphs' && page === own) return true;
  return page.words.length < FEW_WORDS && imageShare > SCAN_SHARE;
}

function outcomeOf(
  pages: readonly ReadPage[],
  structured: StructuredInvoice | undefined,
  properties: FileProperties = {},
): ReadOutcome {
  const document = { mediaType: 'application/pdf', method: methodOf(pages), pages, properties } as const;
  return { ok: true, document: structured === undefined ? document : { ...document, structured } };
}

function methodOf(pages: readonly ReadPage[]): ReadMethod {
  const hasText = pages.some(({ source }) => source === 'text-layer');
  const isRecognised = pages.some(({ source }) => source === 'ocr');
  if (hasText && isRecognised) return 'mixed';
  return hasText ? 'text-layer' : isRecognised ? 'ocr' : 'none';
}

interface PdfiumPage {
  readonly page: ReadPage;
  /** True if the page draws anything. */
  readonly drawn: boolean;
  /** Share of the page covered by its largest image. */
  readonly imageShare: number;
  /**
   * Why pdfium's result may not match the visible page. A page with nothing on it is suspicious only if all pages are.
   */
  readonly doubt?: 'unreadable' | 'unnamed-glyphs' | 'nothing-drawn';
}

type PdfiumReading =
  | {
      readonly ok: true;
      readonly pages: readonly PdfiumPage[];
      readonly structured: StructuredInvoice | undefined;
      readonly properties: FileProperties;
    }
  | { readonly ok: false; readonly error: EngineError };

async function readOrGiveUp(file: PdfFile, host: EngineHost): Promise<PdfiumReading> {
  if (await hasOversizedContent(file.bytes, host))
    return { ok: false, error: { code: 'too_large', message: 'A page of the PDF unpacks to more than can be read.' } };
  // Looking through a file of many megabytes and opening it are one step each.
  if (file.bytes.byteLength > LONG_FILE) await host.pause();
  try {
    return await file.use((pdfium, opened) => readWithPdfium(pdfium, opened, host));
  } catch (error) {
    if (!(error instanceof PdfiumFailed)) throw error;
    return error.reason === 'memory'
      ? { ok: false, error: { code: 'too_large', message: 'The PDF unpacks to more than can be held in memory.' } }
      : { ok: false, error: { code: 'damaged', message: 'The PDF is damaged: reading it failed.' } };
  }
}

async function readWithPdfium(pdfium: Pdfium, opened: OpenedPdf, host: EngineHost): Promise<PdfiumReading> {
  if (!opened.ok) return opened;
  const form = openFormValues(pdfium, opened.document);
  try {
    const pages: PdfiumPage[] = [];
    let finished = 0;
    for (let index = 0; index < opened.pageCount; index++) {
      const read = await readPage(pdfium, opened.document, index, form, host);
      pages.push(read);
      // Pages to be recognised are reported after recognition.
      if (!isPicture(read, read.page)) finished += 1;
      host.report?.('read', finished / opened.pageCount);
      await host.pause();
    }
    return {
      ok: true,
      pages,
      structured: await findEInvoice(pdfium, opened.document, host),
      properties: readFileProperties(pdfium, opened.document),
    };
  } finally {
    form.close();
  }
}

async function readPage(
  pdfium: Pdfium,
  document: number,
  index: number,
  form: FormValues,
  host: EngineHost,
): Promise<PdfiumPage> {
  const { api } = pdfium;
  const { page, widgets } = await loadPage(pdfium, document, index, form, host);
  if (page === 0) return { ...blankPage(index, FALLBACK_SIZE), doubt: 'unreadable' };
  try {
    const frame = pageFrame(pdfium, page);
    // Parsing and finding the text are one step each, however long the content is.
    const objects = api.FPDFPage_CountObjects(page);
    if (objects > MANY_OBJECTS) await host.pause();
    if (objects > MAX_OBJECTS) return { ...blankPage(index, frame), drawn: true };
    const textPage = api.FPDFText_LoadPage(page);
    if (textPage === 0) return { ...blankPage(index, frame), doubt: 'unreadable' };
    try {
      const { glyphs, unmapped } = await readGlyphs(pdfium, textPage, frame, host);
      const words = wordsFromGlyphs(glyphs);
      const drawn = objects > 0;
      const isSparse = words.length < FEW_WORDS && drawn;
      const imageShare = isSparse ? (await surveyPage(pdfium, page, () => host.pause())).image.share : 0;
      const blank = { ...blankPage(index, frame), drawn, imageShare };
      if (words.length === 0 && unmapped === 0) return drawn ? blank : { ...blank, doubt: 'nothing-drawn' };
      const read = {
        ...blank.page,
        source: words.length > 0 ? 'text-layer' : 'none',
        words,
        ...(widgets.length > 0 && { widgets: placeWidgets(widgets, frame) }),
      } as const;
      const isUnnamed = unmapped > MAX_UNMAPPED_SHARE * (glyphs.length + unmapped);
      return isUnnamed ? { ...blank, page: read, doubt: 'unnamed-glyphs' } : { ...blank, page: read };
    } finally {
      api.FPDFText_ClosePage(textPage);
    }
  } finally {
    api.FPDF_ClosePage(page);
  }
}

function blankPage(index: number, { width, height }: { readonly width: number; readonly height: number }): PdfiumPage {
  return {
    page: { page: index + 1, width, height, unit: 'pt', source: 'none', words: [] },
    drawn: false,
    imageShare: 0,
  };
}

interface LoadedPage {
  /** Page handle; 0 if the page cannot be opened. */
  readonly page: number;
  readonly widgets: readonly PlacedWidget[];
}

/** Opens a page with its annotations drawn into it, and what its form fields held before. */
async function loadPage(
  pdfium: Pdfium,
  document: number,
  index: number,
  form: FormValues,
  host: EngineHost,
): Promise<LoadedPage> {
  const page = pdfium.api.FPDF_LoadPage(document, index);
  if (page === 0) return { page, widgets: [] };
  const widgets = readWidgets(pdfium, page, form);
  if (!(await drawAnnotations(pdfium, page, () => host.pause()))) return { page, widgets };
  pdfium.api.FPDF_ClosePage(page);
  return { page: pdfium.api.FPDF_LoadPage(document, index), widgets };
}

/** The first attachment that is an e-invoice, judged by its content. */
async function findEInvoice(
  pdfium: Pdfium,
  document: number,
  host: EngineHost,
): Promise<StructuredInvoice | undefined> {
  for (const file of readAttachments(pdfium, document)) {
    if (detectMediaType(file) !== 'application/xml') continue;
    const reading = await readEInvoice(file, () => host.pause());
    if (reading.kind === 'invoice') return reading.invoice;
  }
  return undefined;
}
