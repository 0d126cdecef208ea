import { expect, test } from 'vitest';
import { readerlessHost as host } from '#engine/testing/readerless-host';
import { findMarks } from './find-marks.ts';
import { findPrint } from './find-print.ts';
import { clear, drawLetters, drawTexture, sheet } from './print-for-tests.ts';

test('the marks of a texture are left out, those of the print on it stay', async () => {
  const picture = sheet(1200, 1000);
  drawTexture(picture, 60, 130, 6);
  clear(picture, [300, 200, 900, 800]);
  drawLetters(picture, 30, [340, 240, 860, 760]);
  const print = await findPrint(picture, host);
  expect(print?.texture).toBeGreaterThan(0.4);
  expect(print?.shape.letterHeight).toBeGreaterThan(25);
  expect(print?.shape.letterHeight).toBeLessThan(35);
  const inside = print?.marks.filter(({ x0, x1, y0, y1 }) => x0 >= 330 && x1 <= 870 && y0 >= 230 && y1 <= 770) ?? [];
  expect(inside.length).toBeGreaterThan(0.7 * (print?.marks.length ?? 0));
});

test('every mark of a page without texture stays', async () => {
  const picture = sheet(800, 600);
  drawLetters(picture, 24, [50, 50, 750, 550]);
  const print = await findPrint(picture, host);
  expect(print).toMatchObject({ texture: 0 });
  expect(print?.marks).toEqual(await findMarks(picture, host));
});

test('a page whose upper part is full of specks is looked at to its end', async () => {
  const picture = sheet(1400, 1400);
  // A speck in every 3 × 3 square: more pieces than are kept.
  for (let y = 0; y < 1000; y += 3) for (let x = 0; x < 1400; x += 3) picture.pixels[y * 1400 + x] = 20;
  drawLetters(picture, 30, [100, 1060, 1300, 1360]);
  const print = await findPrint(picture, host);
  expect(print?.marks.some(({ y0, y1 }) => y0 > 1050 && y1 - y0 > 20)).toBe(true);
});
