import { describe, expect, test } from 'vitest';
import { Random } from '../generator/random.ts';
import { throughJpeg } from './jpeg-loss.ts';
import { drawWear, type Wear } from './wear.ts';
import { wearOut } from './wear-out.ts';

const SIZE = { width: 64, height: 48 };
/** A black bar on white paper. */
const page = {
  ...SIZE,
  pixels: Uint8Array.from({ length: SIZE.width * SIZE.height }, (_, at) => (at % SIZE.width < 20 ? 0 : 255)),
};
const NEW: Wear = {
  skew: 0,
  blur: 0.01,
  ink: 0,
  paper: 255,
  fade: 0,
  fadeBand: 10,
  shade: 0,
  grain: 0,
  specks: 0,
  quality: 100,
};
const meanOf = (pixels: Uint8Array, from: number, to: number) => {
  const part = pixels.filter((_, at) => at % SIZE.width >= from && at % SIZE.width < to);
  return part.reduce((sum, grey) => sum + grey, 0) / part.length;
};

describe('a worn page', () => {
  test('is the same picture for the same seed and another for another', () => {
    const worn = (seed: string) => wearOut(page, drawWear('thermal', new Random(seed)), new Random(seed)).pixels;
    expect(worn('a')).toEqual(worn('a'));
    expect(worn('a')).not.toEqual(worn('b'));
  });

  test('that nothing happened to is as it was', () => {
    const { pixels } = wearOut(page, NEW, new Random('1'));
    expect(pixels.every((grey, at) => Math.abs(grey - (page.pixels[at] ?? 0)) <= 2)).toBe(true);
  });

  test('has lost ink where it faded and is darker where it lies in the shade', () => {
    const faded = wearOut(page, { ...NEW, fade: 0.8 }, new Random('1')).pixels;
    expect(meanOf(faded, 0, 20)).toBeGreaterThan(20);
    expect(meanOf(faded, 30, 64)).toBeGreaterThan(253);
    expect(meanOf(wearOut(page, { ...NEW, shade: 0.4 }, new Random('1')).pixels, 30, 64)).toBeLessThan(220);
  });

  test('is blurred at the edges of its ink', () => {
    const sharp = wearOut(page, NEW, new Random('1')).pixels;
    const blurred = wearOut(page, { ...NEW, blur: 2 }, new Random('1')).pixels;
    expect(meanOf(blurred, 20, 22)).toBeLessThan(meanOf(sharp, 20, 22) - 20);
  });
});

test('a JPEG of poor quality loses more than one of good quality, and keeps the mean', () => {
  const random = new Random('grain');
  const greys = Float32Array.from(page.pixels, (grey) => Math.min(255, Math.max(0, grey / 2 + random.int(0, 120))));
  const loss = (quality: number) =>
    throughJpeg(greys, SIZE.width, SIZE.height, quality).reduce(
      (sum, grey, at) => sum + Math.abs(grey - (greys[at] ?? 0)),
      0,
    );
  expect(loss(20)).toBeGreaterThan(2 * loss(95));
  const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
  expect(Math.abs(mean(throughJpeg(greys, SIZE.width, SIZE.height, 20)) - mean(greys))).toBeLessThan(2);
});
