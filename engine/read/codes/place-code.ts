import type { PageCode, ReadPage } from '#engine/model';

/**
 * Maps a code from the image to its page, which is `scale` times as large. Boxes of a tilted page are rotated back on
 * output; since a code's box was never rotated, it becomes the whole page there.
 */
export function placed(code: PageCode, { width, height, tilt }: ReadPage, scale: number): PageCode {
  if ((tilt?.orientation ?? 1) !== 1) return { ...code, box: [0, 0, width, height] };
  const [x0, y0, x1, y1] = code.box;
  return { ...code, box: [x0 * scale, y0 * scale, x1 * scale, y1 * scale] };
}
