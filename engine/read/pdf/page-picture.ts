import type { EngineHost } from '#engine/model';
import { drawableScale, drawPage } from '#engine/pdfium/draw-page';
import type { Pdfium } from '#engine/pdfium/instance';
import { type LargestImage, type PageSurvey, surveyPage } from '#engine/pdfium/survey-page';
import { decodeJpeg } from '../image/jpeg/decode-jpeg.ts';
import type { Picture } from '../image/picture.ts';
import { MAX_OCR_PIXELS } from '../limits.ts';

/** Resolution for recognition: letters of 10 points are 30 pixels high, the recogniser's preferred size. */
const DOTS_PER_INCH = 300;
const POINTS_PER_INCH = 72;

/** A 300 dpi colour A4 scan decodes to 26 MB and fits; a 600 dpi one (105 MB) would exceed the Worker's memory. */
const MAX_IMAGE_BYTES = 32 * 1024 * 1024;

/** FPDFBitmap_Gray and the render flags of fpdfview.h. */
const BITMAP_GRAY = 1;
const GRAYSCALE = 0x08;
const DRAW_ANNOTATIONS = 0x01;
const WHITE = 0xffffffff;

/** An image that covers this share of its page counts as the page. */
const WHOLE_PAGE = 0.8;

/**
 * An open page in grey for recognition. A page whose image is too large to be drawn is read from the image's own
 * JPEG, made smaller while it is decoded; `undefined` where that is not possible either, or where the page is a drawing.
 */
export async function pictureForReading(pdfium: Pdfium, page: number, host: EngineHost): Promise<Picture | undefined> {
  const survey = await surveyPage(pdfium, page, () => host.pause());
  const { image } = survey;
  return image.bytes > MAX_IMAGE_BYTES ? pictureOfImage(pdfium, page, image, host) : draw(pdfium, page, survey, host);
}

async function pictureOfImage(
  { api, heap }: Pdfium,
  page: number,
  { object, share }: LargestImage,
  host: EngineHost,
): Promise<Picture | undefined> {
  if (share < WHOLE_PAGE || api.FPDFPage_GetRotation(page) !== 0) return undefined;
  const size = api.FPDFImageObj_GetImageDataRaw(object, 0, 0);
  const address = heap.allocate(Math.max(1, size));
  api.FPDFImageObj_GetImageDataRaw(object, address, size);
  const bytes = heap.bytes(address, size).slice();
  heap.free(address);
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const decoded = await decodeJpeg(bytes, { channels: 1, maxPixels: MAX_OCR_PIXELS }, host);
  return decoded.ok ? decoded.picture : undefined;
}

async function draw(pdfium: Pdfium, page: number, survey: PageSurvey, host: EngineHost): Promise<Picture | undefined> {
  const { api, heap } = pdfium;
  const points = { width: api.FPDF_GetPageWidthF(page), height: api.FPDF_GetPageHeightF(page) };
  const fit = Math.sqrt(MAX_OCR_PIXELS / Math.max(1, points.width * points.height));
  const wanted = Math.min(DOTS_PER_INCH / POINTS_PER_INCH, fit);
  // A page of outlined letters can be drawn smaller; at less than half the letters are lost.
  const scale = drawableScale(survey, wanted);
  if (scale < wanted / 2) return undefined;
  const width = Math.max(1, Math.floor(points.width * scale));
  const height = Math.max(1, Math.floor(points.height * scale));
  const bitmap = api.FPDFBitmap_CreateEx(width, height, BITMAP_GRAY, 0, 0);
  if (bitmap === 0) return undefined;
  try {
    api.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    const placing = { x: 0, y: 0, width, height, scale, flags: GRAYSCALE | DRAW_ANNOTATIONS };
    if (!(await drawPage(pdfium, bitmap, page, survey, placing, () => host.pause()))) return undefined;
    const stride = api.FPDFBitmap_GetStride(bitmap);
    const rows = heap.bytes(api.FPDFBitmap_GetBuffer(bitmap), stride * height);
    const pixels = new Uint8Array(width * height);
    for (let y = 0; y < height; y++) pixels.set(rows.subarray(y * stride, y * stride + width), y * width);
    return { width, height, channels: 1, pixels };
  } finally {
    api.FPDFBitmap_Destroy(bitmap);
  }
}
