import type { Pdfium } from './instance.ts';

/** Page object types (fpdf_edit.h). */
const IMAGE = 3;
const FORM = 5;
/** FPDF_IMAGEOBJ_METADATA: width, height, two floats, bits per pixel, colour space, marked content id. */
const METADATA_BYTES = 28;
const BITS_PER_PIXEL_OFFSET = 16;
/** Maximum nesting of form objects searched. */
const MAX_FORM_DEPTH = 4;

export interface LargestImage {
  /** Decoded size, which decides whether rendering fits into memory. 0 if the page has no image. */
  readonly bytes: number;
  /** Share of the page it covers, in [0, 1]; for an image within a form, the share of the form. */
  readonly share: number;
  /** The image object, 0 if there is none. */
  readonly object: number;
}

/** The image of an open page with the largest decoded size. */
export function largestImage(pdfium: Pdfium, page: number): LargestImage {
  const { api, heap } = pdfium;
  const out = heap.allocate(METADATA_BYTES);
  let largest: LargestImage = { bytes: 0, share: 0, object: 0 };
  const area = Math.max(1, api.FPDF_GetPageWidthF(page) * api.FPDF_GetPageHeightF(page));
  const weigh = (object: number, outermost: number, depth: number): void => {
    const type = api.FPDFPageObj_GetType(object);
    if (type === FORM && depth < MAX_FORM_DEPTH) {
      for (let index = 0; index < api.FPDFFormObj_CountObjects(object); index++) {
        weigh(api.FPDFFormObj_GetObject(object, index), outermost, depth + 1);
      }
    }
    if (type !== IMAGE || !api.FPDFImageObj_GetImageMetadata(object, page, out)) return;
    const view = heap.view();
    const bits = view.getUint32(out + BITS_PER_PIXEL_OFFSET, true);
    const bytes = (view.getUint32(out, true) * view.getUint32(out + 4, true) * Math.max(bits, 1)) / 8;
    if (bytes <= largest.bytes) return;
    largest = { bytes, share: Math.min(1, areaOf(pdfium, outermost, out) / area), object };
  };
  for (let index = 0; index < api.FPDFPage_CountObjects(page); index++) {
    const object = api.FPDFPage_GetObject(page, index);
    weigh(object, object, 0);
  }
  heap.free(out);
  return largest;
}

function areaOf({ api, heap }: Pdfium, object: number, out: number): number {
  if (!api.FPDFPageObj_GetBounds(object, out, out + 4, out + 8, out + 12)) return 0;
  const view = heap.view();
  const side = (from: number, to: number) =>
    Math.abs(view.getFloat32(out + to, true) - view.getFloat32(out + from, true));
  return side(0, 8) * side(4, 12);
}
