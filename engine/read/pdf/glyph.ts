import type { Box } from '#core/domain/result';

/**
 * One glyph on the page, in the frame of the visible page: points, from the visible top left corner, y downwards. The
 * box spans the advance width, not the ink, so that neighbours within a word touch.
 */
export interface Glyph {
  readonly text: string;
  readonly box: Box;
  /** Reading direction of its line as a unit vector in the page frame; `[1, 0]` for upright text. */
  readonly direction: readonly [x: number, y: number];
  /** Position of the glyph on its baseline. */
  readonly origin: readonly [x: number, y: number];
  /** Height of the letters (em) in points. */
  readonly size: number;
  readonly bold: boolean;
  /** A space inserted by the PDF reader's own heuristic; on pages with single-letter text objects these are doubted. */
  readonly guessed?: 'trusted' | 'doubted';
}
