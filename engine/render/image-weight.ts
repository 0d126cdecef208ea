import type { Pdfium } from '#engine/pdfium/instance';

/** Page object types (fpdf_edit.h). */
const IMAGE = 3;
const FORM = 5;
/** FPDF_IMAGEOBJ_METADATA: width, height, two floats, bits per pixel, colour space, marked content id. */
const METADATA_BYTES = 28;
const BITS_PER_PIXEL_OFFSET = 16;
/** Forms within forms deeper than this are not looked into. */
const MAX_FORM_DEPTH = 4;

/** Bytes that the largest image of an open page takes once decoded: what decides whether rendering fits into memory. */
export function largestImageBytes(pdfium: Pdfium, page: number): number {
  const { api, heap } = pdfium;
  const out = heap.allocate(METADATA_BYTES);
  const weigh = (object: number, depth: number): number => {
    const type = api.FPDFPageObj_GetType(object);
    if (type === FORM && depth < MAX_FORM_DEPTH) {
      let largest = 0;
      for (let index = 0; index < api.FPDFFormObj_CountObjects(object); index++) {
        largest = Math.max(largest, weigh(api.FPDFFormObj_GetObject(object, index), depth + 1));
      }
      return largest;
    }
    if (type !== IMAGE || !api.FPDFImageObj_GetImageMetadata(object, page, out)) return 0;
    const view = heap.view();
    const bits = view.getUint32(out + BITS_PER_PIXEL_OFFSET, true);
    return (view.getUint32(out, true) * view.getUint32(out + 4, true) * Math.max(bits, 1)) / 8;
  };
  let largest = 0;
  for (let index = 0; index < api.FPDFPage_CountObjects(page); index++) {
    largest = Math.max(largest, weigh(api.FPDFPage_GetObject(page, index), 0));
  }
  heap.free(out);
  return largest;
}
