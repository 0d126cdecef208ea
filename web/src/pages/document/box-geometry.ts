import type { Box } from '#core/domain/result';

/** A rectangle in CSS pixels, in the coordinates of the scrolled content. */
export interface ScreenRectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A page as it is drawn: its size in its own unit, and where its picture lies in the scrolled content. */
export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  readonly drawn: ScreenRectangle;
}

/** Where a box of the page lies on the screen. Pages whose picture has another aspect than the page still fit exactly. */
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

/** A box in shares of the page in percent, for labels that lie over the picture as HTML. */
export function boxInPercent([x0, y0]: Box, page: { readonly width: number; readonly height: number }) {
  return { left: (x0 / page.width) * 100, top: (y0 / page.height) * 100 };
}

/** Whether a label that starts at the box has more room to the left (it ends with the box) than to the right. */
export function hasRoomToTheLeft([x0, , x1]: Box, page: { readonly width: number }): boolean {
  return x1 > page.width - x0;
}

/** A box with a little air around it, in the unit of the page; never reversed, never without area. */
export function padBox([x0, y0, x1, y1]: Box, air: number) {
  const left = Math.min(x0, x1) - air;
  const top = Math.min(y0, y1) - air;
  return { x: left, y: top, width: Math.abs(x1 - x0) + 2 * air, height: Math.abs(y1 - y0) + 2 * air };
}

export interface ScrollView {
  readonly scrollLeft: number;
  readonly scrollTop: number;
  readonly width: number;
  readonly height: number;
}

/** Free space kept around what is shown, in CSS pixels. */
const MARGIN = 40;

/** Scroll position that shows the rectangle: unchanged when it is comfortably in view, else with it in the upper third. */
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
  // What is longer than the view starts at its beginning.
  if (length > view) return Math.max(0, start);
  return Math.max(0, start - (view - length) * place);
}
