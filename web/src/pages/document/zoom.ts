/** Factor of one zoom step; 1 is the width of the view, and the steps meet it exactly. */
const STEP = 1.25;
const SMALLEST = STEP ** -3;
const LARGEST = STEP ** 7;

export function nextZoom(zoom: number, by: 1 | -1): number {
  const steps = Math.round(Math.log(zoom) / Math.log(STEP)) + by;
  return Math.min(LARGEST, Math.max(SMALLEST, STEP ** steps));
}

/** The keys that zoom; the first of each is shown on its button. */
export interface ZoomKeys {
  readonly larger: readonly string[];
  readonly smaller: readonly string[];
  readonly fit: readonly string[];
}

export const ZOOM_KEYS: ZoomKeys = { larger: ['+', '='], smaller: ['-'], fit: ['0'] };
