import type { Pdfium } from './instance.ts';

/** Page object types (fpdf_edit.h). */
const PATH = 2;
const IMAGE = 3;
const FORM = 5;
/** FPDF_IMAGEOBJ_METADATA: width, height, two floats, bits per pixel, colour space, marked content id. */
const METADATA_BYTES = 28;
const BITS_PER_PIXEL_OFFSET = 16;
/** Forms within forms deeper than this are not looked into. */
const MAX_FORM_DEPTH = 4;
/** Objects and segments of paths between two turns of the event loop, about 15 ms. */
const CALLS_PER_TURN = 50_000;
/** More objects and segments than this are not counted: such a page is a drawing. */
const MAX_CALLS = 2_000_000;
/** pdfium draws so many objects in one step; a form counts as one (`kStepLimit` of its progressive renderer). */
const OBJECTS_PER_STEP = 100;

export interface LargestImage {
  /** What it takes once decoded: decides whether rendering fits into memory. 0 where the page has no image. */
  readonly bytes: number;
  /** Share of the page that it covers, in [0, 1]; for an image within a form that of the form. */
  readonly share: number;
  /** The image object, 0 where there is none. */
  readonly object: number;
}

export interface PageSurvey {
  /** The image of the page that is the largest once decoded. */
  readonly image: LargestImage;
  /** Length of all paths in points, which is what drawing them costs. Infinite where there are too many to count. */
  readonly pathLength: number;
  /** The longest paths that pdfium draws in one step, in points. */
  readonly stepLength: number;
}

/** Looks at every object of an open page, with turns for the event loop: a page may have hundreds of thousands. */
export async function surveyPage(pdfium: Pdfium, page: number, pause: () => Promise<void>): Promise<PageSurvey> {
  const { api, heap, objects: calls } = pdfium;
  const out = heap.allocate(METADATA_BYTES);
  const area = Math.max(1, api.FPDF_GetPageWidthF(page) * api.FPDF_GetPageHeightF(page));
  let image: LargestImage = { bytes: 0, share: 0, object: 0 };
  let [pathLength, stepLength, step, used, made] = [0, 0, 0, 0, 0];
  const isOver = () => made + used > MAX_CALLS;
  const turn = async () => {
    made += used;
    used = 0;
    await pause();
  };
  const weighImage = (object: number, outermost: number) => {
    if (!api.FPDFImageObj_GetImageMetadata(object, page, out)) return;
    const view = heap.view();
    const bits = view.getUint32(out + BITS_PER_PIXEL_OFFSET, true);
    const bytes = (view.getUint32(out, true) * view.getUint32(out + 4, true) * Math.max(bits, 1)) / 8;
    if (bytes > image.bytes) image = { bytes, share: Math.min(1, areaOf(pdfium, outermost, out) / area), object };
  };
  /** Length of a path in points; notes an image; 0 for everything else. */
  const weighOne = (object: number, type: number, outermost: number, scale: number): number => {
    used += 1;
    if (type === IMAGE) weighImage(object, outermost);
    if (type !== PATH) return 0;
    const segments = calls.FPDFPath_CountSegments(object);
    used += segments;
    if (isOver()) return 0;
    return scale * scaleOf(pdfium, object, out) * lengthOf(pdfium, object, segments, out);
  };
  /** Length of all paths of a form. */
  const weigh = async (object: number, outermost: number, depth: number, scale: number): Promise<number> => {
    const inner = scale * scaleOf(pdfium, object, out);
    let length = 0;
    for (let index = 0; index < api.FPDFFormObj_CountObjects(object) && !isOver(); index++) {
      const child = api.FPDFFormObj_GetObject(object, index);
      const type = calls.FPDFPageObj_GetType(child);
      if (type !== FORM) length += weighOne(child, type, outermost, inner);
      else if (depth < MAX_FORM_DEPTH) length += await weigh(child, outermost, depth + 1, inner);
      if (used >= CALLS_PER_TURN) await turn();
    }
    return length;
  };
  try {
    const count = api.FPDFPage_CountObjects(page);
    for (let index = 0; index < count && !isOver(); index++) {
      const object = calls.FPDFPage_GetObject(page, index);
      const type = calls.FPDFPageObj_GetType(object);
      const length = type === FORM ? await weigh(object, object, 1, 1) : weighOne(object, type, object, 1);
      if (used >= CALLS_PER_TURN) await turn();
      pathLength += length;
      step = index % OBJECTS_PER_STEP === 0 ? length : step + length;
      stepLength = Math.max(stepLength, step);
    }
  } finally {
    heap.free(out);
  }
  return isOver() ? { image, pathLength: Infinity, stepLength: Infinity } : { image, pathLength, stepLength };
}

/** Length of a path along its points, control points of curves included. */
function lengthOf({ objects: calls, heap }: Pdfium, path: number, segments: number, out: number): number {
  let [length, lastX, lastY] = [0, 0, 0];
  for (let index = 0; index < segments; index++) {
    const segment = calls.FPDFPath_GetPathSegment(path, index);
    if (calls.FPDFPathSegment_GetPoint(segment, out, out + 4) === 0) continue;
    const view = heap.view();
    const [x, y] = [view.getFloat32(out, true), view.getFloat32(out + 4, true)];
    if (index > 0) length += Math.abs(x - lastX) + Math.abs(y - lastY);
    [lastX, lastY] = [x, y];
  }
  return length;
}

/** How much larger an object is drawn than its own coordinates say. */
function scaleOf({ objects: calls, heap }: Pdfium, object: number, out: number): number {
  if (calls.FPDFPageObj_GetMatrix(object, out) === 0) return 1;
  const view = heap.view();
  const [a = 1, b = 0, c = 0, d = 1] = [0, 4, 8, 12].map((offset) => view.getFloat32(out + offset, true));
  return Math.max(Math.hypot(a, b), Math.hypot(c, d));
}

function areaOf({ api, heap }: Pdfium, object: number, out: number): number {
  if (!api.FPDFPageObj_GetBounds(object, out, out + 4, out + 8, out + 12)) return 0;
  const view = heap.view();
  const side = (from: number, to: number) =>
    Math.abs(view.getFloat32(out + to, true) - view.getFloat32(out + from, true));
  return side(0, 8) * side(4, 12);
}
