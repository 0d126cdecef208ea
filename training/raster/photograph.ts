import type { Random } from '../generator/random.ts';
import type { GreyPicture } from './wear-out.ts';

/** Background of the page in a phone photo. */
export const BACKGROUNDS = ['plain', 'wood', 'cloth', 'granite'] as const;
export type Background = (typeof BACKGROUNDS)[number];

/** How a page is photographed. Lengths are in pixels of the photo, greys from 0 to 255. */
export interface Shot {
  readonly width: number;
  readonly height: number;
  readonly background: Background;
  /** Share of the frame that the page fills, along the side that limits it. */
  readonly fill: number;
  /** Radians by which the page is turned clockwise: a small slope, or that plus a quarter or half turn. */
  readonly angle: number;
  /** Radius of the lens blur; 0 for a sharp photo. */
  readonly blur: number;
  /** Standard deviation of the sensor noise. */
  readonly grain: number;
  /** Share by which the corners are darker than the centre. */
  readonly vignette: number;
}

/** Grey of white paper and of black ink under indoor light. */
const PAPER = 215;
const INK = 50;

/** Simulates a phone photo of a page: rotated, on a background, out of focus, noisy and dark at the corners. */
export function photograph(page: GreyPicture, shot: Shot, random: Random): GreyPicture {
  const { width, height } = shot;
  const background = backgroundOf(shot.background, random);
  const [cos, sin] = [Math.cos(shot.angle), Math.sin(shot.angle)];
  const across = Math.abs(page.width * cos) + Math.abs(page.height * sin);
  const down = Math.abs(page.width * sin) + Math.abs(page.height * cos);
  const scale = shot.fill * Math.min(width / across, height / down);
  const sharp = new Float32Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const [dx, dy] = [(x - width / 2) / scale, (y - height / 2) / scale];
      const grey = greyAt(page, dx * cos + dy * sin + page.width / 2, dy * cos - dx * sin + page.height / 2);
      sharp[at] = grey === undefined ? background(x, y) : INK + ((PAPER - INK) * grey) / 255;
    }
  }
  return develop(boxBlurred(boxBlurred(sharp, width, height, shot.blur), width, height, shot.blur), shot, random);
}

/** Light that falls off towards the corners, then the noise of the sensor. */
function develop(greys: Float32Array, { width, height, vignette, grain }: Shot, random: Random): GreyPicture {
  const noise = Float32Array.from({ length: NOISE_VALUES }, () => grain * gaussian(random));
  const pixels = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const away = ((2 * x) / width - 1) ** 2 + ((2 * y) / height - 1) ** 2;
      const light = 1 - (vignette * away) / 2;
      const value = (greys[at] ?? 0) * light + (noise[random.int(0, NOISE_VALUES - 1)] ?? 0);
      pixels[at] = Math.min(255, Math.max(0, Math.round(value)));
    }
  }
  return { width, height, pixels };
}

/** Drawing from a table is several times faster than computing each of twelve million values. */
const NOISE_VALUES = 4096;

/** Bilinear; undefined outside the page. */
function greyAt({ width, height, pixels }: GreyPicture, x: number, y: number): number | undefined {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return undefined;
  const at = top * width + left;
  const above = (pixels[at] ?? 0) + ((pixels[at + 1] ?? 0) - (pixels[at] ?? 0)) * (x - left);
  const below = (pixels[at + width] ?? 0) + ((pixels[at + width + 1] ?? 0) - (pixels[at + width] ?? 0)) * (x - left);
  return above + (below - above) * (y - top);
}

type Texture = (x: number, y: number) => number;

function backgroundOf(kind: Background, random: Random): Texture {
  const noise = valueNoise(random);
  switch (kind) {
    case 'plain':
      return (x, y) => 90 + 10 * noise(x / 400, y / 400);
    case 'wood':
      return (x, y) => 110 + 50 * noise(x / 700, y / 22) + 15 * noise(x / 90, y / 5);
    case 'cloth':
      return (x, y) => 120 + 35 * Math.sin(x / 4) * Math.sin(y / 4) + 30 * noise(x / 12, y / 12);
    case 'granite':
      return (x, y) => 125 + 70 * noise(x / 9, y / 9) + 40 * noise(x / 30, y / 30);
  }
}

const LATTICE = 256;

/** Smooth noise in [-1, 1] that changes from one whole number to the next. */
function valueNoise(random: Random): Texture {
  const values = Float32Array.from({ length: LATTICE * LATTICE }, () => 2 * random.next() - 1);
  const at = (column: number, row: number) => values[(row & (LATTICE - 1)) * LATTICE + (column & (LATTICE - 1))] ?? 0;
  return (x, y) => {
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const above = at(left, top) + (at(left + 1, top) - at(left, top)) * (x - left);
    const below = at(left, top + 1) + (at(left + 1, top + 1) - at(left, top + 1)) * (x - left);
    return above + (below - above) * (y - top);
  };
}

/** Running means across and down; two passes are close to a Gaussian. */
function boxBlurred(greys: Float32Array, width: number, height: number, radius: number): Float32Array {
  if (radius === 0) return greys;
  const across = runningMeans(greys, width, height, 1, width, radius);
  return runningMeans(across, height, width, width, 1, radius);
}

function runningMeans(
  greys: Float32Array,
  length: number,
  lines: number,
  step: number,
  lineStep: number,
  radius: number,
): Float32Array {
  const result = new Float32Array(greys.length);
  const clamped = (place: number) => Math.min(length - 1, Math.max(0, place));
  for (let line = 0; line < lines; line++) {
    const start = line * lineStep;
    let sum = 0;
    for (let place = -radius; place <= radius; place++) sum += greys[start + clamped(place) * step] ?? 0;
    for (let place = 0; place < length; place++) {
      result[start + place * step] = sum / (2 * radius + 1);
      sum +=
        (greys[start + clamped(place + radius + 1) * step] ?? 0) - (greys[start + clamped(place - radius) * step] ?? 0);
    }
  }
  return result;
}

/** Normal with mean 0 and deviation 1 (Box and Muller, 1958). */
function gaussian(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}
