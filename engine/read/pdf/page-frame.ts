import type { Box } from '#core/domain/result';
import type { Pdfium } from '#engine/pdfium/instance';

/** Device units per point requested from pdfium, which returns integers. */
const DEVICE_UNITS_PER_POINT = 1000;

/** Mapping from a page's own coordinates (origin bottom left, before /Rotate and crop) to the visible page. */
export interface PageFrame {
  readonly width: number;
  readonly height: number;
  point(x: number, y: number): readonly [number, number];
  /** Maps a direction, without translation. */
  direction(x: number, y: number): readonly [number, number];
  /** The upright box around a rectangle given by two opposite corners. */
  box(left: number, bottom: number, right: number, top: number): Box;
}

/** Frame of an open page: points, origin at the visible top left, /Rotate and the crop box applied. */
export function pageFrame({ api, heap }: Pdfium, page: number): PageFrame {
  const width = roundPoints(api.FPDF_GetPageWidthF(page));
  const height = roundPoints(api.FPDF_GetPageHeightF(page));
  const out = heap.allocate(8);
  const at = (x: number, y: number): readonly [number, number] => {
    const unitsX = Math.round(width * DEVICE_UNITS_PER_POINT);
    const unitsY = Math.round(height * DEVICE_UNITS_PER_POINT);
    api.FPDF_PageToDevice(page, 0, 0, unitsX, unitsY, 0, x, y, out, out + 4);
    const view = heap.view();
    return [view.getInt32(out, true) / DEVICE_UNITS_PER_POINT, view.getInt32(out + 4, true) / DEVICE_UNITS_PER_POINT];
  };
  // The mapping is affine: three points determine it, far apart so that integer rounding does not matter.
  const far = 1000;
  const [originX, originY] = at(0, 0);
  const [rightX, rightY] = at(far, 0);
  const [upX, upY] = at(0, far);
  heap.free(out);
  return frameFrom(width, height, {
    a: (rightX - originX) / far,
    b: (rightY - originY) / far,
    c: (upX - originX) / far,
    d: (upY - originY) / far,
    e: originX,
    f: originY,
  });
}

interface Affine {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

function frameFrom(width: number, height: number, { a, b, c, d, e, f }: Affine): PageFrame {
  const point = (x: number, y: number): readonly [number, number] => [a * x + c * y + e, b * x + d * y + f];
  return {
    width,
    height,
    point,
    direction: (x, y) => [a * x + c * y, b * x + d * y],
    box(left, bottom, right, top) {
      const [x0, y0] = point(left, bottom);
      const [x1, y1] = point(right, top);
      return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
    },
  };
}

/** pdfium stores sizes in single precision; a hundredth of a point is far below what is visible. */
function roundPoints(value: number): number {
  return Math.round(value * 100) / 100;
}
