/** The rows of a virtual list to render for the visible part. All lengths in CSS pixels. */
export interface ListWindow {
  /** First row to render. */
  readonly start: number;
  /** Row after the last one to render. */
  readonly end: number;
  readonly totalHeight: number;
}

export interface ListView {
  readonly scrollTop: number;
  readonly viewHeight: number;
  readonly rowHeight: number;
  readonly count: number;
}

/** Rows rendered beyond the visible part, so that fast scrolling shows no blanks. */
const OVERSCAN = 8;

export function windowOf({ scrollTop, viewHeight, rowHeight, count }: ListView): ListWindow {
  const first = Math.floor(scrollTop / rowHeight) - OVERSCAN;
  const last = Math.ceil((scrollTop + viewHeight) / rowHeight) + OVERSCAN;
  const end = Math.max(0, Math.min(count, last));
  return { start: Math.min(end, Math.max(0, first)), end, totalHeight: count * rowHeight };
}

/** The nearest scroll position at which the row is fully visible. */
export function scrollToShow(row: number, { scrollTop, viewHeight, rowHeight }: ListView): number {
  const top = row * rowHeight;
  if (top < scrollTop) return top;
  return Math.max(scrollTop, top + rowHeight - viewHeight);
}
