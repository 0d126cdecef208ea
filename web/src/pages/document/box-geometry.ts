import type { Box } from '#core/domain/result';

/** A rectangle in CSS pixels, in the coordinates of the scrolled content. */
export interface ScreenRectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A rendered page: its size in its own unit, and the position of its image in the scrolled content. */
export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  readonly drawn: ScreenRectangle;
}

/** Maps a bounding box to the screen. Correct even when the image has another aspect ratio than the page. */
export function boxOnScreen([x0, y0, x1, y1]: Box, page: DrawnPage): ScreenRectangle {
  const across = page.drawn.width / page.width;
  const down = page.drawn.height / page.height;
  return {
    left: page.drawn.left + x0 * across,
    top: page.drawn.top + y0 * down,
    width: (x1 - x0) * across,
    height: (y1 - y0) * down,
  };
}

/** The top left corner of a box in percent of the page, for labels drawn over the image. */
export function boxInPercent([x0, y0]: Box, page: { readonly width: number; readonly height: number }) {
  return { left: (x0 / page.width) * 100, top: (y0 / page.height) * 100 };
}

/** Whether a label that starts at the box has more room to the left (it ends with the box) than to the right. */
export function hasRoomToTheLeft([x0, , x1]: Box, page: { readonly width: number }): boolean {
  return x1 > page.width - x0;
}

/** A box with padding, in the unit of the page. Reversed boxes are normalized. */
export function padBox([x0, y0, x1, y1]: Box, padding: number) {
  const left = Math.min(x0, x1) - padding;
  const top = Math.min(y0, y1) - padding;
  return { x: left, y: top, width: Math.abs(x1 - x0) + 2 * padding, height: Math.abs(y1 - y0) + 2 * padding };
}

export interface ScrollView {
  readonly scrollLeft: number;
  readonly scrollTop: number;
  readonly width: number;
  readonly height: number;
}

/** Minimum space around the target, in CSS pixels. */
const MARGIN = 40;

/** The scroll position that shows the rectangle: unchanged if it is in view, otherwise with the target in the upper third. */
export function scrollToReveal(
  target: ScreenRectangle,
  view: ScrollView,
): { readonly left: number; readonly top: number } {
  return {
    left: reveal(target.left, target.width, view.scrollLeft, view.width, 0.5),
    top: reveal(target.top, target.height, view.scrollTop, view.height, 0.33),
  };
}

function reveal(start: number, length: number, scroll: number, view: number, place: number): number {
  const margin = Math.max(0, Math.min(MARGIN, (view - length) / 2));
  const inView = start - margin >= scroll && start + length + margin <= scroll + view;
  if (inView) return scroll;
  // A target longer than the view is shown from its start.
  if (length > view) return Math.max(0, start);
  return Math.max(0, start - (view - length) * place);
}
