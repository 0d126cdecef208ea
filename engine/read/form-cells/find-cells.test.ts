import { expect, test } from 'vitest';
import type { Picture } from '../image/picture.ts';
import { findCells } from './find-cells.ts';
import { findRules } from './find-rules.ts';

const LETTER = 8;

/** White paper with black bars given as left, top, right, bottom. */
function drawn(bars: readonly (readonly [number, number, number, number])[]): Picture {
  const [width, height] = [400, 200];
  const pixels = new Uint8Array(width * height).fill(250);
  for (const [x0, y0, x1, y1] of bars) for (let y = y0; y < y1; y++) pixels.fill(30, y * width + x0, y * width + x1);
  return { width, height, channels: 1, pixels };
}

const cellsOf = (bars: Parameters<typeof drawn>[0]) => findCells(findRules(drawn(bars), LETTER), LETTER);

const FRAME = [
  [20, 20, 380, 21],
  [20, 100, 380, 102],
  [20, 20, 22, 102],
  [379, 20, 380, 102],
] as const;

test('a frame is one box, without its rules', () => {
  expect(cellsOf(FRAME)).toEqual([{ left: 22, top: 21, right: 379, bottom: 100 }]);
});

test('rules inside part a frame into the boxes of a form', () => {
  const boxes = cellsOf([...FRAME, [200, 20, 201, 102], [200, 60, 380, 61]]);
  expect(boxes).toHaveLength(3);
  expect(boxes).toContainEqual({ left: 201, top: 61, right: 379, bottom: 100 });
});

test('a stroke that begins and ends in the blank parts nothing', () => {
  expect(cellsOf([...FRAME, [60, 50, 180, 52]])).toHaveLength(1);
});

test('a page without rules has no boxes', () => {
  expect(cellsOf([])).toEqual([]);
});
