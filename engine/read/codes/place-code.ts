import type { PageCode, ReadPage } from '#engine/model';

/**
 * A code of a picture on its page, which is `scale` times as large. Boxes of a turned page are turned back on the way
 * out: that of a code, which was never turned, is the whole page there.
 */
export function placed(code: PageCode, { width, height, tilt }: ReadPage, scale: number): PageCode {
  if ((tilt?.orientation ?? 1) !== 1) return { ...code, box: [0, 0, width, height] };
  const [x0, y0, x1, y1] = code.box;
  return { ...code, box: [x0 * scale, y0 * scale, x1 * scale, y1 * scale] };
}
