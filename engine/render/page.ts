import type { EngineError, EngineHost } from '#engine/model';
import { drawPage } from '#engine/pdfium/draw-page';
import { type Pdfium, PdfiumFailed, withPdfium } from '#engine/pdfium/instance';
import { type PageSurvey, surveyPage } from '#engine/pdfium/survey-page';
import { isPictureType } from '../read/image/decode-picture.ts';
import { drawAnnotations } from '../read/pdf/appearances.ts';
import { openPdf } from '../read/pdf/open-document.ts';
import { findPage } from './find-page.ts';
import type { RenderOptions, RenderOutcome } from './outcome.ts';
import { packPixels } from './pack-pixels.ts';
import { renderPicturePage } from './picture-page.ts';
import { encodePng, type Raster } from './png.ts';

/** A 300 dpi colour A4 scan decodes to 26 MB and fits; a 600 dpi one (105 MB) would exceed the Worker's memory. */
const MAX_IMAGE_BYTES = 32 * 1024 * 1024;

/** FPDFBitmap_BGRx and the render flags of fpdfview.h. */
const BITMAP_BGRX = 3;
const DRAW_ANNOTATIONS = 0x01;
const REVERSE_BYTE_ORDER = 0x10;
const WHITE = 0xffffffff;

/**
 * Renders one page (from 1) of a PDF or an image file, alone or in a mail or an archive, as a viewer shows it:
 * rotation, form values and annotations applied.
 */
export async function renderPage(
  bytes: Uint8Array,
  pageNumber: number,
  options: RenderOptions,
  host: EngineHost,
): Promise<RenderOutcome> {
  const found = await findPage(bytes, pageNumber, host);
  const mediaType = found?.mediaType;
  if (found !== undefined && mediaType !== undefined && isPictureType(mediaType)) {
    return renderPicturePage(found.bytes, mediaType, found.page, options, host);
  }
  if (found === undefined || mediaType !== 'application/pdf') {
    return failure(
      'unsupported_media_type',
      'This page has words but no picture: it was laid out from a file without pages.',
    );
  }
  try {
    return await withPdfium(host, (pdfium) => renderWith(pdfium, found.bytes, found.page, options, host));
  } catch (error) {
    if (!(error instanceof PdfiumFailed)) throw error;
    return error.reason === 'memory'
      ? failure('too_large', `Page ${pageNumber} needs more memory than there is.`)
      : failure('damaged', `Page ${pageNumber} cannot be drawn.`);
  }
}

async function renderWith(
  pdfium: Pdfium,
  bytes: Uint8Array,
  pageNumber: number,
  options: RenderOptions,
  host: EngineHost,
): Promise<RenderOutcome> {
  const opened = openPdf(pdfium, bytes);
  if (!opened.ok) return opened;
  try {
    if (!Number.isInteger(pageNumber) || pageNumber < 1 || pageNumber > opened.pageCount) {
      return failure('damaged', `The PDF has ${opened.pageCount} pages; there is no page ${pageNumber}.`);
    }
    const raster = await rasterOf(pdfium, opened.document, pageNumber - 1, options, host);
    if ('code' in raster) return { ok: false, error: raster };
    await host.pause();
    return { ok: true, png: await encodePng(raster), width: raster.width, height: raster.height };
  } finally {
    opened.close();
  }
}

async function rasterOf(
  pdfium: Pdfium,
  document: number,
  index: number,
  options: RenderOptions,
  host: EngineHost,
): Promise<Raster | EngineError> {
  const { api } = pdfium;
  let page = api.FPDF_LoadPage(document, index);
  if (page !== 0 && (await drawAnnotations(pdfium, page, () => host.pause()))) {
    api.FPDF_ClosePage(page);
    page = api.FPDF_LoadPage(document, index);
  }
  if (page === 0) return { code: 'damaged', message: `Page ${index + 1} cannot be opened.` };
  try {
    const survey = await surveyPage(pdfium, page, () => host.pause());
    if (survey.image.bytes > MAX_IMAGE_BYTES) {
      return { code: 'too_large', message: `Page ${index + 1} holds a picture that is too large to show.` };
    }
    return await draw(pdfium, page, survey, options, host);
  } finally {
    api.FPDF_ClosePage(page);
  }
}

async function draw(
  pdfium: Pdfium,
  page: number,
  survey: PageSurvey,
  options: RenderOptions,
  host: EngineHost,
): Promise<Raster | EngineError> {
  const { api, heap } = pdfium;
  const points = { width: api.FPDF_GetPageWidthF(page), height: api.FPDF_GetPageHeightF(page) };
  const { width, height } = pixelSize(points.width, points.height, options);
  const bitmap = api.FPDFBitmap_CreateEx(width, height, BITMAP_BGRX, 0, 0);
  if (bitmap === 0) return { code: 'too_large', message: 'The page is too large to show.' };
  try {
    api.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    const scale = width / Math.max(1, points.width);
    const placing = { x: 0, y: 0, width, height, scale, flags: DRAW_ANNOTATIONS | REVERSE_BYTE_ORDER };
    if (!(await drawPage(pdfium, bitmap, page, survey, placing, () => host.pause()))) {
      return { code: 'too_large', message: 'The page holds more lines than can be drawn.' };
    }
    const stride = api.FPDFBitmap_GetStride(bitmap);
    const pixels = heap.bytes(api.FPDFBitmap_GetBuffer(bitmap), stride * height);
    return { width, height, ...packPixels(pixels, stride, width, height) };
  } finally {
    api.FPDFBitmap_Destroy(bitmap);
  }
}

/** Size of the page in whole pixels, at the requested width or the largest that `maxPixels` allows. */
export function pixelSize(
  pageWidth: number,
  pageHeight: number,
  { maxPixels, width }: RenderOptions,
): { readonly width: number; readonly height: number } {
  const w = Math.max(pageWidth, 1);
  const h = Math.max(pageHeight, 1);
  const limit = Math.sqrt(maxPixels / (w * h));
  const scale = width === undefined ? limit : Math.min(limit, width / w);
  return { width: Math.max(1, Math.floor(w * scale + 1e-6)), height: Math.max(1, Math.floor(h * scale + 1e-6)) };
}

function failure(code: EngineError['code'], message: string): RenderOutcome {
  return { ok: false, error: { code, message } };
}
