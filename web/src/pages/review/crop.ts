import type { Box, FieldValue } from '#core/domain/result';

export interface CropPlace {
  readonly page: number;
  readonly box: Box;
}

/** The place of a value on a page; null where it has none. */
export function placeOfValue(value: Pick<FieldValue, 'evidence'> | null): CropPlace | null {
  for (const { page, box } of value?.evidence ?? []) if (page !== null && box !== null) return { page, box };
  return null;
}

/** Height of the cut as a multiple of the words' height: enough to see what stands around them. */
const AROUND = 2.6;
/** Words lower than this share of the page's width would be enlarged to blurs. */
const LEAST_HEIGHT_SHARE = 0.012;

/** Where the middle of short words is put across the cut. */
const LABEL_SIDE = 0.68;

/**
 * The part of a page to show for a box: of the given aspect ratio and inside the page, with short words to the
 * right, so that their label shows.
 */
export function cropAround(
  [x0, y0, x1, y1]: Box,
  page: { readonly width: number; readonly height: number },
  aspect: number,
): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } {
  const tall = Math.max(y1 - y0, page.width * LEAST_HEIGHT_SHARE) * AROUND;
  const wide = (x1 - x0) * 1.15;
  const height = Math.min(page.height, Math.max(tall, wide / aspect));
  const width = Math.min(page.width, height * aspect);
  const inside = (middle: number, length: number, most: number, at: number) =>
    Math.max(0, Math.min(most - length, middle - length * at));
  // Labels stand to the left more often than to the right.
  const fits = x1 - x0 < width * (1 - LABEL_SIDE) * 1.5;
  return {
    x: inside((x0 + x1) / 2, width, page.width, fits ? LABEL_SIDE : 0.5),
    y: inside((y0 + y1) / 2, height, page.height, 0.5),
    width,
    height,
  };
}
