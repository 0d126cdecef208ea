import type { Pdfium } from '#engine/pdfium/instance';

/** Annotation subtypes (fpdf_annot.h) that draw no text of their own. */
const LINK = 2;
const POPUP = 16;
const TEXT_NOTE = 1;
const FREE_TEXT = 3;
const WIDGET = 20;

/** FPDFAnnot_GetFlags: PDF 32000-1, table 165. */
const HIDDEN_FLAGS = 0b10 | 0b10_0000;

const FLATTEN_FOR_DISPLAY = 0;
const FLATTEN_DONE = 1;

/**
 * A page with more annotations than this is shown without them: pdfium draws all of them in one step, 10 µs each. The
 * longest forms have a few hundred fields.
 */
const MAX_ANNOTATIONS = 5_000;
/** Annotations looked at between two turns of the event loop, about 10 ms. */
const ANNOTATIONS_PER_TURN = 1_000;

/**
 * Draws the content of annotations (form field values, free text, stamps) into the page in memory, so that it is read
 * like other text, at the position where it is visible. Returns whether the page changed and must be reloaded.
 */
export async function drawAnnotations({ api }: Pdfium, page: number, pause: () => Promise<void>): Promise<boolean> {
  const count = api.FPDFPage_GetAnnotCount(page);
  if (count > MAX_ANNOTATIONS) return false;
  let visible = false;
  for (let index = 0; index < count; index++) {
    if (index > 0 && index % ANNOTATIONS_PER_TURN === 0) await pause();
    const annotation = api.FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    const subtype = api.FPDFAnnot_GetSubtype(annotation);
    const draws = subtype !== LINK && subtype !== POPUP && subtype !== TEXT_NOTE;
    if (draws && (api.FPDFAnnot_GetFlags(annotation) & HIDDEN_FLAGS) === 0) {
      visible = true;
      const lacksAppearance = !api.FPDFAnnot_HasKey(annotation, 'AP');
      if (lacksAppearance && (subtype === WIDGET || subtype === FREE_TEXT))
        api.EPDFAnnot_GenerateAppearance(annotation);
    }
    api.FPDFPage_CloseAnnot(annotation);
  }
  return visible && api.FPDFPage_Flatten(page, FLATTEN_FOR_DISPLAY) === FLATTEN_DONE;
}
