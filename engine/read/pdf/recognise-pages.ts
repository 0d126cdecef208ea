import type { EngineHost, ReadPage } from '#engine/model';
import { PdfiumFailed } from '#engine/pdfium/instance';
import type { Picture } from '../image/picture.ts';
import { MAX_OCR_PAGES } from '../limits.ts';
import { pageOfRecognition } from '../ocr/page-of-recognition.ts';
import { documentBudget } from '../ocr/reading-budget.ts';
import { pictureForReading } from './page-picture.ts';
import type { PdfFile } from './pdf-file.ts';

/**
 * Recognises the pages in `numbers` (from 1) from their images and returns all pages. Recognition replaces a doubted
 * text layer only if it finds at least half as many words. At most `MAX_OCR_PAGES` pages are recognised; the rest stay
 * as they are.
 */
export async function recognisePages(
  file: PdfFile,
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
    const picture = await pictureOf(file, page.page, host);
    file.rest();
    const recognised = picture && (await pageOfRecognition(page.page, picture, page, 'pt', budget, host));
    read.push(recognised !== undefined && recognised.words.length * 2 > page.words.length ? recognised : page);
    host.report?.('read', 1 - (numbers.size - tried) / pages.length);
  }
  return read;
}

/** Renders page `number` (from 1); undefined if it cannot be rendered. */
async function pictureOf(file: PdfFile, number: number, host: EngineHost): Promise<Picture | undefined> {
  try {
    return await file.use(async (pdfium, opened) => {
      if (!opened.ok) return undefined;
      const page = pdfium.api.FPDF_LoadPage(opened.document, number - 1);
      try {
        return page === 0 ? undefined : await pictureForReading(pdfium, page, host);
      } finally {
        if (page !== 0) pdfium.api.FPDF_ClosePage(page);
      }
    });
  } catch (error) {
    if (!(error instanceof PdfiumFailed)) throw error;
    return undefined;
  }
}
