import type { Picture } from '../image/picture.ts';
import { cutOut } from '../ocr/band-picture.ts';
import { bestScore } from './match-glyph.ts';
import { OCR_B_HEIGHT, OCR_B_WIDTH } from './ocr-b.data.ts';

/** A line of fixed-width cells in the straightened frame of a page, in pixels. */
export interface CellLine {
  /** Left edge of the first and right edge of the last cell. */
  readonly left: number;
  readonly right: number;
  /** Vertical centre of the letters at either end. */
  readonly leftMiddle: number;
  readonly rightMiddle: number;
  readonly cells: number;
}

/** The part of the page around a line, resampled so that a cell is `OCR_B_WIDTH` pixels wide. */
export interface Strip {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  /** Top left corner on the page, and strip pixels per page pixel. */
  readonly left: number;
  readonly top: number;
  readonly scale: number;
}

/** Additional cells resampled on each side of the line, whose ends are not known exactly. */
const AROUND = 3;

export function cutStrip(page: Picture, line: CellLine, slope: number): Strip {
  const pitch = (line.right - line.left) / line.cells;
  const scale = OCR_B_WIDTH / pitch;
  const middles = [line.leftMiddle, line.rightMiddle];
  const band = {
    a0: line.left - AROUND * pitch,
    a1: line.right + AROUND * pitch,
    b0: Math.min(...middles) - 1.6 * pitch,
    b1: Math.max(...middles) + 1.6 * pitch,
  };
  return { ...cutOut(page, band, slope, scale), left: band.a0, top: band.b0, scale };
}

/** The ink of a cell, optionally shifted by some strip pixels. */
export function cellOf(strip: Strip, line: CellLine, index: number, dx = 0, dy = 0): Float32Array {
  const pitch = ((line.right - line.left) / line.cells) * strip.scale;
  const share = (index + 0.5) / line.cells;
  const x = (line.left - strip.left) * strip.scale + (index + 0.5) * pitch + dx;
  const y = (line.leftMiddle + (line.rightMiddle - line.leftMiddle) * share - strip.top) * strip.scale + dy;
  const step = pitch / OCR_B_WIDTH;
  const cell = new Float32Array(OCR_B_WIDTH * OCR_B_HEIGHT);
  for (let row = 0; row < OCR_B_HEIGHT; row++) {
    const sy = y + (row + 0.5 - OCR_B_HEIGHT / 2) * step - 0.5;
    for (let column = 0; column < OCR_B_WIDTH; column++) {
      const sx = x + (column + 0.5 - OCR_B_WIDTH / 2) * step - 0.5;
      cell[row * OCR_B_WIDTH + column] = sample(strip, sx, sy);
    }
  }
  return cell;
}

function sample({ width, height, pixels }: Strip, x: number, y: number): number {
  const cx = Math.max(0, Math.min(x, width - 1));
  const cy = Math.max(0, Math.min(y, height - 1));
  const [left, top] = [Math.floor(cx), Math.floor(cy)];
  const right = left < width - 1 ? 1 : 0;
  const below = top < height - 1 ? width : 0;
  const at = top * width + left;
  const [fx, fy] = [cx - left, cy - top];
  const upper = (pixels[at] ?? 0) * (1 - fx) + (pixels[at + right] ?? 0) * fx;
  const lower = (pixels[at + below] ?? 0) * (1 - fx) + (pixels[at + below + right] ?? 0) * fx;
  return upper * (1 - fy) + lower * fy;
}

/** How closely the cells match OCR-B characters, in [-1, 1]; samples every `step`-th cell, and always the last. */
export function lineScore(strip: Strip, line: CellLine, step: number): number {
  let sum = 0;
  let count = 0;
  for (let index = 0; index < line.cells; index += step) {
    sum += bestScore(cellOf(strip, line, index));
    count++;
  }
  return (sum + bestScore(cellOf(strip, line, line.cells - 1))) / (count + 1);
}

/** Shifts of the line's ends to try, in cells, from coarse to fine. */
const ROUNDS: readonly { readonly along: number; readonly across: number; readonly reach: number }[] = [
  { along: 0.34, across: 0.3, reach: 2 },
  { along: 0.12, across: 0.12, reach: 1 },
  { along: 0.05, across: 0.05, reach: 1 },
];
/** While fitting the ends, one in this many cells is sampled. */
const LOOKED_AT = 3;

/** Adjusts the line so that its cells match OCR-B characters best. */
export function fitCells(strip: Strip, start: CellLine): { readonly line: CellLine; readonly score: number } {
  let line = start;
  let score = lineScore(strip, line, LOOKED_AT);
  for (const { along, across, reach } of ROUNDS) {
    for (const axis of ['ends', 'middles'] as const) {
      const pitch = (start.right - start.left) / start.cells;
      const base = line;
      for (let first = -reach; first <= reach; first++) {
        for (let last = -reach; last <= reach; last++) {
          const moved =
            axis === 'ends'
              ? { ...base, left: base.left + first * along * pitch, right: base.right + last * along * pitch }
              : {
                  ...base,
                  leftMiddle: base.leftMiddle + first * across * pitch,
                  rightMiddle: base.rightMiddle + last * across * pitch,
                };
          const its = lineScore(strip, moved, LOOKED_AT);
          if (its > score) [line, score] = [moved, its];
        }
      }
    }
  }
  return { line, score: lineScore(strip, line, 1) };
}
