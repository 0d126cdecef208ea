import type { Picture } from '../image/picture.ts';

/** A blank, light grey image to draw on. */
export function sheet(width: number, height: number, grey = 230): Picture {
  return { width, height, channels: 1, pixels: new Uint8Array(width * height).fill(grey) };
}

/** Draws rows of made-up letters (stems with a crossbar) of a given height on an image, inside a frame. */
export function drawLetters(
  { width, pixels }: Picture,
  letterHeight: number,
  [left, top, right, bottom]: readonly [number, number, number, number],
): void {
  const stem = Math.max(2, Math.round(letterHeight / 6));
  const step = Math.round(letterHeight * 0.9);
  for (let y = top; y + letterHeight <= bottom; y += 2 * letterHeight) {
    for (let x = left; x + step <= right; x += step) {
      const fill = (x0: number, y0: number, across: number, down: number) => {
        for (let row = y0; row < y0 + down; row++) pixels.fill(30, row * width + x0, row * width + x0 + across);
      };
      fill(x, y, stem, letterHeight);
      fill(x, y + (letterHeight >> 1), Math.round(letterHeight * 0.6), stem);
    }
  }
}

/** Fills an image with seeded noise: greys from `dark` to `dark + range`, in blocks of `grain` pixels. */
export function drawTexture({ width, height, pixels }: Picture, dark: number, range: number, grain: number): void {
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const cell = Math.imul(Math.floor(x / grain) * 73_856_093, 1) ^ Math.imul(Math.floor(y / grain) * 19_349_663, 1);
      const mixed = Math.imul(cell ^ (cell >>> 15), 0x2c1b3c6d) >>> 0;
      pixels[y * width + x] = dark + Math.floor((range * mixed) / 2 ** 32);
    }
  }
}

/** Resets a rectangle of an image to white. */
export function clear({ width, pixels }: Picture, [x0, y0, x1, y1]: readonly [number, number, number, number]): void {
  for (let y = y0; y < y1; y++) pixels.fill(230, y * width + x0, y * width + x1);
}
