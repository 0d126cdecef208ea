import type { Random } from '../generator/random.ts';

/** Degradation of a page image by paper, light and devices. Lengths are in pixels, greys from 0 to 255. */
export interface Wear {
  /** Skew of the page in radians. */
  readonly skew: number;
  /** Standard deviation of the blur. */
  readonly blur: number;
  /** Grey of ink and of paper. */
  readonly ink: number;
  readonly paper: number;
  /** Share of the ink lost where a thermal print has faded most; 0 for no fading. */
  readonly fade: number;
  /** Height of the faded bands. */
  readonly fadeBand: number;
  /** Share by which the page gets darker from one corner to the other. */
  readonly shade: number;
  /** Standard deviation of the grain. */
  readonly grain: number;
  /** Specks of dirt per million pixels. */
  readonly specks: number;
  /** Quality of the JPEG in [1, 100], as IJG scales it. */
  readonly quality: number;
}

const DEGREE = Math.PI / 180;

/** Draws the degradation of one page for its source: a flatbed scanner, a phone camera or a thermal till roll. */
export function drawWear(kind: 'scan' | 'photo' | 'thermal', random: Random): Wear {
  const between = (low: number, high: number) => low + (high - low) * random.next();
  const clean = { fade: 0, fadeBand: 1, shade: 0 };
  switch (kind) {
    case 'scan':
      return {
        ...clean,
        skew: between(-1.2, 1.2) * DEGREE,
        blur: between(0.3, 0.9),
        ink: between(0, 70),
        paper: between(225, 255),
        grain: between(1, 8),
        specks: between(0, 120),
        quality: random.int(45, 92),
      };
    case 'photo':
      return {
        ...clean,
        skew: between(-3, 3) * DEGREE,
        blur: between(0.5, 1.4),
        ink: between(20, 100),
        paper: between(170, 235),
        shade: between(0.05, 0.4),
        grain: between(3, 14),
        specks: between(0, 60),
        quality: random.int(35, 85),
      };
    case 'thermal':
      return {
        skew: between(-1.5, 1.5) * DEGREE,
        blur: between(0.4, 1.2),
        ink: between(40, 130),
        paper: between(200, 245),
        fade: between(0.1, 0.6),
        fadeBand: between(30, 160),
        shade: between(0, 0.15),
        grain: between(2, 10),
        specks: between(0, 200),
        quality: random.int(40, 88),
      };
  }
}
