import type { Pdfium } from './instance.ts';
import type { PageSurvey } from './survey-page.ts';

/** FPDF_RENDER_STATUS of fpdf_progressive.h. */
const TO_BE_CONTINUED = 1;
const DONE = 2;

/**
 * Longest paths, in pixels, that are drawn in one step: 50 ns a pixel for lines, 190 ns for a tangle. Pages of outlined
 * letters have thirty thousand in a step, and a million where the whole page is one form.
 */
const MAX_STEP_PIXELS = 1_200_000;
/** Longest paths of one page, about ten seconds. */
const MAX_PAGE_PIXELS = 100_000_000;

/** Pixels of paths drawn between two turns of the event loop, about 50 ms. */
const PIXELS_PER_TURN = 400_000;
/** Steps between two turns on a page without many paths: a step is ten rows of an image. */
const MAX_STEPS_PER_TURN = 32;
const MIN_STEPS_PER_TURN = 1;

/** Where and how large a page is drawn, in pixels of the bitmap, and the render flags of fpdfview.h. */
export interface Placing {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Pixels per point. */
  readonly scale: number;
  readonly flags: number;
}

/** The largest scale (pixels per point) up to `wanted` at which `drawPage` draws the page. */
export function drawableScale({ pathLength, stepLength }: PageSurvey, wanted: number): number {
  return Math.min(wanted, MAX_STEP_PIXELS / Math.max(1, stepLength), MAX_PAGE_PIXELS / Math.max(1, pathLength));
}

/**
 * Draws an open page into a bitmap in steps, with turns for the event loop. False where it is not drawn: its paths are
 * longer than any document's (a drawing of hundreds of thousands of lines costs half a minute), or pdfium gave up.
 */
export async function drawPage(
  { api, pauseAlways }: Pdfium,
  bitmap: number,
  page: number,
  survey: PageSurvey,
  { x, y, width, height, scale, flags }: Placing,
  pause: () => Promise<void>,
): Promise<boolean> {
  if (drawableScale(survey, scale) < scale) return false;
  const stepPixels = survey.stepLength * scale;
  const stepsPerTurn = Math.floor(
    Math.min(MAX_STEPS_PER_TURN, Math.max(MIN_STEPS_PER_TURN, PIXELS_PER_TURN / Math.max(1, stepPixels))),
  );
  let status = api.FPDF_RenderPageBitmap_Start(bitmap, page, x, y, width, height, 0, flags, pauseAlways);
  try {
    for (let steps = 1; status === TO_BE_CONTINUED; steps++) {
      if (steps % stepsPerTurn === 0) await pause();
      status = api.FPDF_RenderPage_Continue(page, pauseAlways);
    }
  } finally {
    api.FPDF_RenderPage_Close(page);
  }
  return status === DONE;
}
