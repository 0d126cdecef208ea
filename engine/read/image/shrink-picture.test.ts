import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shrinkPicture } from './shrink-picture.ts';

const pictureOf = (width: number, height: number, grey: (x: number, y: number) => number) => ({
  width,
  height,
  channels: 1 as const,
  pixels: Uint8Array.from({ length: width * height }, (_, at) => grey(at % width, Math.floor(at / width))),
});

test('each pixel is the mean of what it covers', () => {
  const halves = shrinkPicture(
    pictureOf(4, 2, (x) => (x < 2 ? 0 : 200)),
    2,
  );
  expect([...halves.pixels]).toEqual([0, 200]);
  const thirds = shrinkPicture(
    pictureOf(3, 3, (x) => 100 * x),
    1.5,
  );
  expect([...thirds.pixels]).toEqual([33, 167, 33, 167]);
});

test('a factor of one or less leaves the same picture', () => {
  const picture = pictureOf(5, 5, () => 7);
  expect(shrinkPicture(picture, 1)).toBe(picture);
});

test('the mean grey stays, whatever the factor', () => {
  const side = fc.integer({ min: 1, max: 40 });
  fc.assert(
    fc.property(side, side, fc.double({ min: 1.01, max: 9, noNaN: true }), fc.nat(), (width, height, factor, seed) => {
      const picture = pictureOf(width, height, (x, y) => (x * 31 + y * 57 + seed) % 256);
      const small = shrinkPicture(picture, factor);
      const mean = (pixels: Uint8Array) => pixels.reduce((sum, grey) => sum + grey, 0) / pixels.length;
      expect(Math.abs(mean(small.pixels) - mean(picture.pixels))).toBeLessThan(1);
    }),
  );
});
