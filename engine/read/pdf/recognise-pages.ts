import type { EngineHost, ReadPage } from '#engine/model';
import { PdfiumFailed, withPdfium } from '#engine/pdfium/instance';
import type { Picture } from '../image/picture.ts';
import { MAX_OCR_PAGES } from '../limits.ts';
import { pageOfRecognition } from '../ocr/page-of-recognition.ts';
import { documentBudget } from '../ocr/reading-budget.ts';
import { openPdf } from './open-document.ts';
import { pictureForReading } from './page-picture.ts';

/**
 * Recognises the pages in `numbers` (from 1) from their images and returns all pages. Recognition replaces a doubted
 * text layer only if it finds at least half as many words. At most `MAX_OCR_PAGES` pages are recognised; the rest stay
 * as they are.
 */
export async function recognisePages(
  bytes: Uint8Array,
  pages: readonly ReadPage[],
  numbers: ReadonlySet<number>,
  host: EngineHost,
): Promise<readonly ReadPage[]> {
  const budget = documentBudget();
  const read: ReadPage[] = [];
  let tried = 0;
  for (const page of pages) {
    if (!numbers.has(page.page) || tried >= MAX_OCR_PAGES) {
      read.push(page);
      continue;
    }
    tried += 1;
    await host.pause();
    const picture = await pictureOf(bytes, page.page, host);
    const recognised = picture && (await pageOfRecognition(page.page, picture, page, 'pt', budget, host));
    read.push(recognised !== undefined && recognised.words.length * 2 > page.words.length ? recognised : page);
    host.report?.('read', 1 - (numbers.size - tried) / pages.length);
  }
  return read;
}

/** Reopens the file for each page, so that pdfium's memory is free again during recognition. */
async function pictureOf(bytes: Uint8Array, page: number, host: EngineHost): Promise<Picture | undefined> {
  try {
    return await withPdfium(host, async (pdfium) => {
      const opened = openPdf(pdfium, bytes);
      if (!opened.ok) return undefined;
      const handle = pdfium.api.FPDF_LoadPage(opened.document, page - 1);
      try {
        return handle === 0 ? undefined : await pictureForReading(pdfium, handle, host);
      } finally {
        if (handle !== 0) pdfium.api.FPDF_ClosePage(handle);
        opened.close();
      }
    });
  } catch (error) {
    if (!(error instanceof PdfiumFailed)) throw error;
    return undefined;
  }
}
