import type { EngineHost, ReadOutcome, ReadPage } from '#engine/model';
import { withPictureCodes } from '../codes/picture-codes.ts';
import { MAX_OCR_PAGES, MAX_OCR_PIXELS } from '../limits.ts';
import { pageOfRecognition } from '../ocr/page-of-recognition.ts';
import { documentBudget } from '../ocr/reading-budget.ts';
import { openPictures, type PictureType } from './decode-picture.ts';

/**
 * Reads an image file by OCR. Pages are in pixels of the file, upright. A single-page file that cannot be decoded or
 * recognised is an error; in a file with several pages, such a page is listed without words.
 */
export async function readPictures(bytes: Uint8Array, mediaType: PictureType, host: EngineHost): Promise<ReadOutcome> {
  const opened = openPictures(bytes, mediaType);
  if (!opened.ok) return opened;
  const { file } = opened;
  if (file.pageCount > MAX_OCR_PAGES) {
    const message = `The file has ${file.pageCount} pages of pictures; at most ${MAX_OCR_PAGES} are read.`;
    return { ok: false, error: { code: 'too_large', message } };
  }
  const budget = documentBudget();
  const pages: ReadPage[] = [];
  for (let index = 0; index < file.pageCount; index++) {
    await host.pause();
    const decoded = await file.decode(index, { channels: 1, maxPixels: MAX_OCR_PIXELS }, host);
    if (decoded.ok) {
      const page = await pageOfRecognition(index + 1, decoded.picture, decoded.size, 'px', budget, host);
      pages.push(await withPictureCodes(page, decoded.picture, host));
    } else if (file.pageCount === 1) return decoded;
    else pages.push({ page: index + 1, width: 1, height: 1, unit: 'px', source: 'none', words: [] });
    host.report?.('read', pages.length / file.pageCount);
  }
  const [only] = pages;
  if (pages.length === 1 && only?.unreadable && only.codes === undefined) {
    return { ok: false, error: { code: 'empty', message: 'The picture holds no readable text.' } };
  }
  const method = pages.some(({ source }) => source === 'ocr') ? 'ocr' : 'none';
  return { ok: true, document: { mediaType, method, pages } };
}
