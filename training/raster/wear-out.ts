import type { Random } from '../generator/random.ts';
import { throughJpeg } from './jpeg-loss.ts';
import type { Wear } from './wear.ts';

/** A grey image in rows from the top, one byte per pixel. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const WHITE = 255;
/** Radius of the blur in standard deviations. */
const REACH = 3;

/** Degrades a page image; the same `random` gives the same image. */
export function wearOut({ width, height, pixels }: GreyPicture, wear: Wear, random: Random): GreyPicture {
  const greys = blurred(turned(Float32Array.from(pixels), width, height, wear.skew), width, height, wear.blur);
  const bands = fadeOfRows(height, wear, random);
  const contrast = (wear.paper - wear.ink) / WHITE;
  for (let y = 0, at = 0; y < height; y++) {
    const kept = 1 - (bands[y] ?? 0);
    for (let x = 0; x < width; x++, at++) {
      const ink = (WHITE - (greys[at] ?? WHITE)) * contrast * kept;
      const light = 1 - wear.shade * ((x / width + y / height) / 2);
      greys[at] = (wear.paper - ink) * light + wear.grain * gaussian(random);
    }
  }
  addSpecks(greys, width, height, wear, random);
  return { width, height, pixels: throughJpeg(greys, width, height, wear.quality) };
}

/** Rotates around the centre; uncovered areas become white. */
function turned(greys: Float32Array, width: number, height: number, angle: number): Float32Array {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const result = new Float32Array(greys.length);
  const grey = (x: number, y: number) =>
    x < 0 || y < 0 || x >= width || y >= height ? WHITE : (greys[y * width + x] ?? WHITE);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      const [fromX, fromY] = [width / 2 + dx * cos + dy * sin, height / 2 - dx * sin + dy * cos];
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      const [right, down] = [fromX - left, fromY - top];
      const above = grey(left, top) * (1 - right) + grey(left + 1, top) * right;
      const below = grey(left, top + 1) * (1 - right) + grey(left + 1, top + 1) * right;
      result[at] = above * (1 - down) + below * down;
    }
  }
  return result;
}

/** Gaussian blur, across and then down. */
function blurred(greys: Float32Array, width: number, height: number, sigma: number): Float32Array {
  const radius = Math.ceil(REACH * sigma);
  const weights = Float32Array.from({ length: 2 * radius + 1 }, (_, i) =>
    Math.exp(-((i - radius) ** 2) / (2 * sigma ** 2)),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const pass = (source: Float32Array, dx: 0 | 1): Float32Array => {
    const result = new Float32Array(source.length);
    for (let y = 0, at = 0; y < height; y++) {
      for (let x = 0; x < width; x++, at++) {
        let value = 0;
        for (let offset = -radius; offset <= radius; offset++) {
          const fromX = dx === 1 ? Math.min(width - 1, Math.max(0, x + offset)) : x;
          const fromY = dx === 1 ? y : Math.min(height - 1, Math.max(0, y + offset));
          value += (weights[offset + radius] ?? 0) * (source[fromY * width + fromX] ?? WHITE);
        }
        result[at] = value / sum;
      }
    }
    return result;
  };
  return pass(pass(greys, 1), 0);
}

/** Ink loss of each row of pixels: constant within a band, with gradual transitions. */
function fadeOfRows(height: number, { fade, fadeBand }: Wear, random: Random): Float32Array {
  const rows = new Float32Array(height);
  let [from, to] = [fade * random.next(), fade * random.next()];
  for (let y = 0, start = 0; y < height; y++) {
    if (y - start >= fadeBand) [start, from, to] = [y, to, fade * random.next()];
    rows[y] = from + ((to - from) * (y - start)) / fadeBand;
  }
  return rows;
}

function addSpecks(greys: Float32Array, width: number, height: number, { specks }: Wear, random: Random): void {
  const MILLION = 1_000_000;
  const count = Math.round((specks * width * height) / MILLION);
  for (let i = 0; i < count; i++) {
    const [x, y, size] = [random.int(0, width - 1), random.int(0, height - 1), random.int(1, 3)];
    for (let dy = 0; dy < size; dy++)
      for (let dx = 0; dx < size; dx++)
        if (x + dx < width && y + dy < height) greys[(y + dy) * width + x + dx] = random.int(0, 120);
  }
}

/** Normal with mean 0 and deviation 1 (Box and Muller, 1958). */
function gaussian(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}
