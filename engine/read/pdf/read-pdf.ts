import type { EngineHost, ReadOutcome, ReadPage, StructuredInvoice } from '#engine/model';
import { type Pdfium, withPdfium } from '#engine/pdfium/instance';
import { readEInvoice } from '../e-invoice/index.ts';
import { detectMediaType } from '../media-type.ts';
import { drawAnnotations } from './appearances.ts';
import { readAttachments } from './attachments.ts';
import { readGlyphs } from './glyphs.ts';
import { openPdf } from './open-document.ts';
import { pageFrame } from './page-frame.ts';
import { wordsFromGlyphs } from './words.ts';

/** US Letter: what a PDF viewer shows for a page without a usable size. */
const FALLBACK_SIZE = { width: 612, height: 792 };

/** Reads the text layer of a PDF. A page that cannot be opened is listed without words; the others are read. */
export function readPdf(bytes: Uint8Array, host: EngineHost): Promise<ReadOutcome> {
  return withPdfium(host, async (pdfium) => {
    const opened = openPdf(pdfium, bytes);
    if (!opened.ok) return opened;
    try {
      const pages: ReadPage[] = [];
      for (let index = 0; index < opened.pageCount; index++) {
        pages.push(await readPage(pdfium, opened.document, index, host));
        await host.pause();
      }
      const method = pages.some((page) => page.source === 'text-layer') ? 'text-layer' : 'none';
      const structured = findEInvoice(pdfium, opened.document);
      const document = { mediaType: 'application/pdf', method, pages } as const;
      return { ok: true, document: structured === undefined ? document : { ...document, structured } };
    } finally {
      opened.close();
    }
  });
}

async function readPage(pdfium: Pdfium, document: number, index: number, host: EngineHost): Promise<ReadPage> {
  const { api } = pdfium;
  const page = loadPage(pdfium, document, index);
  if (page === 0) return { page: index + 1, ...FALLBACK_SIZE, unit: 'pt', source: 'none', words: [] };
  try {
    const frame = pageFrame(pdfium, page);
    const { width, height } = frame;
    const textPage = api.FPDFText_LoadPage(page);
    if (textPage === 0) return { page: index + 1, width, height, unit: 'pt', source: 'none', words: [] };
    try {
      const { glyphs } = await readGlyphs(pdfium, textPage, frame, host);
      const words = wordsFromGlyphs(glyphs);
      return { page: index + 1, width, height, unit: 'pt', source: words.length > 0 ? 'text-layer' : 'none', words };
    } finally {
      api.FPDFText_ClosePage(textPage);
    }
  } finally {
    api.FPDF_ClosePage(page);
  }
}

/** Opens a page with its annotations drawn into it; 0 when it cannot be opened. */
function loadPage(pdfium: Pdfium, document: number, index: number): number {
  const page = pdfium.api.FPDF_LoadPage(document, index);
  if (page === 0 || !drawAnnotations(pdfium, page)) return page;
  pdfium.api.FPDF_ClosePage(page);
  return pdfium.api.FPDF_LoadPage(document, index);
}

/** The first attachment that is an e-invoice by its content. */
function findEInvoice(pdfium: Pdfium, document: number): StructuredInvoice | undefined {
  for (const file of readAttachments(pdfium, document)) {
    if (detectMediaType(file) !== 'application/xml') continue;
    const reading = readEInvoice(file);
    if (reading.kind === 'invoice') return reading.invoice;
  }
  return undefined;
}
