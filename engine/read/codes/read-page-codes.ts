import type { EngineHost, PageCode, ReadPage } from '#engine/model';
import { foldText } from '#engine/normalise/fold-text';
import { drawPage } from '#engine/pdfium/draw-page';
import { type Pdfium, PdfiumFailed } from '#engine/pdfium/instance';
import { type PageSurvey, surveyPage } from '#engine/pdfium/survey-page';
import type { Picture } from '../image/picture.ts';
import { MAX_CODE_PAGES } from '../limits.ts';
import type { PdfFile } from '../pdf/pdf-file.ts';
import { decodeBarcodes } from './decode-barcodes.ts';
import { decodeQr } from './decode-qr.ts';
import { placed } from './place-code.ts';

/** Words printed beside a payment code: titles of the Swiss payment part in its four languages, and of EPC codes. */
const PAYMENT_CODE_WORDS =
  /payment part|zahlteil|section paiement|sezione pagamento|girocode|epc qr|scan ?2 ?pay|scan to pay|zahlen mit code|bezahlcode/;

/** Titles printed on North American licences. */
const LICENCE_WORDS = /driver s? ?licen[cs]e|identification card/;

/** At 200 dpi, a 46 mm code of 117 modules has three pixels per module. */
const SCALE = 200 / 72;
/**
 * A Swiss payment part is the lowest 105 mm of its page (SIX, Style Guide QR-bill); the rest allows for a shifted
 * print.
 */
const PAYMENT_PART_HEIGHT = (110 / 25.4) * 72;
/** Upper bound on the size of a page rendered to find its code. */
const MAX_PIXELS = 4_500_000;

/** FPDFBitmap_Gray and the render flags of fpdfview.h. */
const BITMAP_GRAY = 1;
const GRAYSCALE = 0x08;
const WHITE = 0xffffffff;

/** Adds codes to the pages. Only scanned pages and pages whose words mention a code are rendered. */
export async function readPageCodes(
  file: PdfFile,
  pages: readonly ReadPage[],
  host: EngineHost,
): Promise<readonly ReadPage[]> {
  const wanted = pages.filter((page) => mentionsPaymentCode(page) || mayShowBarcodes(page)).slice(0, MAX_CODE_PAGES);
  if (wanted.length === 0) return pages;
  const codes = new Map<number, readonly PageCode[]>();
  for (const page of wanted) {
    await host.pause();
    codes.set(page.page, await codesOf(file, page, host));
  }
  return pages.map((page) => {
    const found = codes.get(page.page) ?? [];
    return found.length === 0 ? page : { ...page, codes: found };
  });
}

/** True for scanned pages and for pages that mention a licence, whose data is in a barcode. */
function mayShowBarcodes(page: ReadPage): boolean {
  return page.source !== 'text-layer' || LICENCE_WORDS.test(textOf(page));
}

export function mentionsPaymentCode({ words }: ReadPage): boolean {
  return PAYMENT_CODE_WORDS.test(textOf({ words }));
}

function textOf({ words }: Pick<ReadPage, 'words'>): string {
  return foldText(words.map(({ text }) => text).join(' ')).replace(/[^a-z0-9]+/g, ' ');
}

async function codesOf(file: PdfFile, page: ReadPage, host: EngineHost): Promise<readonly PageCode[]> {
  try {
    return await file.use(async (pdfium, opened) => {
      if (!opened.ok) return [];
      const handle = pdfium.api.FPDF_LoadPage(opened.document, page.page - 1);
      try {
        if (handle === 0) return [];
        const survey = await surveyPage(pdfium, handle, () => host.pause());
        const draw = (top: number) => drawFrom(pdfium, handle, top, survey, host);
        const payment = mentionsPaymentCode(page)
          ? await codeOnPage(pdfium.api.FPDF_GetPageHeightF(handle), draw)
          : undefined;
        return [...(payment === undefined ? [] : [payment]), ...(await barcodesOn(page, draw, host))];
      } finally {
        if (handle !== 0) pdfium.api.FPDF_ClosePage(handle);
      }
    });
  } catch (error) {
    if (!(error instanceof PdfiumFailed)) throw error;
    return [];
  }
}

interface Drawn {
  readonly picture: Picture;
  readonly scale: number;
}

type Draw = (top: number) => Promise<Drawn | undefined>;

async function barcodesOn(page: ReadPage, draw: Draw, host: EngineHost): Promise<readonly PageCode[]> {
  const drawn = mayShowBarcodes(page) ? await draw(0) : undefined;
  if (drawn === undefined) return [];
  return (await decodeBarcodes(drawn.picture, host)).map((code) => placed(code, page, 1 / drawn.scale));
}

/** First the part where Swiss bills have it, then the whole page. */
async function codeOnPage(height: number, draw: Draw): Promise<PageCode | undefined> {
  const starts = height > PAYMENT_PART_HEIGHT * 1.2 ? [height - PAYMENT_PART_HEIGHT, 0] : [0];
  for (const top of starts) {
    const drawn = await draw(top);
    const found = drawn && decodeQr(drawn.picture);
    if (drawn === undefined || found === undefined) continue;
    const [x0, y0, x1, y1] = found.box;
    const { scale } = drawn;
    return { kind: 'qr', text: found.text, box: [x0 / scale, y0 / scale + top, x1 / scale, y1 / scale + top] };
  }
  return undefined;
}

/** The page from `top` (points) to its end, in grey; `undefined` where it is not drawn. */
async function drawFrom(
  pdfium: Pdfium,
  page: number,
  top: number,
  survey: PageSurvey,
  host: EngineHost,
): Promise<Drawn | undefined> {
  const { api, heap } = pdfium;
  const points = { width: api.FPDF_GetPageWidthF(page), height: api.FPDF_GetPageHeightF(page) };
  const fit = Math.sqrt(MAX_PIXELS / Math.max(1, points.width * (points.height - top)));
  const scale = Math.min(SCALE, fit);
  const width = Math.max(1, Math.floor(points.width * scale));
  const height = Math.max(1, Math.floor((points.height - top) * scale));
  const bitmap = api.FPDFBitmap_CreateEx(width, height, BITMAP_GRAY, 0, 0);
  if (bitmap === 0) return undefined;
  try {
    api.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    const whole = Math.floor(points.height * scale);
    const placing = { x: 0, y: height - whole, width, height: whole, scale, flags: GRAYSCALE };
    if (!(await drawPage(pdfium, bitmap, page, survey, placing, () => host.pause()))) return undefined;
    const stride = api.FPDFBitmap_GetStride(bitmap);
    const rows = heap.bytes(api.FPDFBitmap_GetBuffer(bitmap), stride * height);
    const pixels = new Uint8Array(width * height);
    for (let y = 0; y < height; y++) pixels.set(rows.subarray(y * stride, y * stride + width), y * width);
    return { picture: { width, height, channels: 1, pixels }, scale };
  } finally {
    api.FPDFBitmap_Destroy(bitmap);
  }
}
