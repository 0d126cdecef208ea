import { OCR_B_GLYPHS, OCR_B_HEIGHT, OCR_B_WIDTH } from './ocr-b.data.ts';

/** Similarity of a cell and a character: the correlation of their ink, in [-1, 1]. */
export interface GlyphMatch {
  readonly sign: string;
  readonly score: number;
}

const SIZE = OCR_B_WIDTH * OCR_B_HEIGHT;
/** Deviation, in grey levels (or sixteenths of ink), below which a cell is blank. */
const FLAT = 3;

interface Template {
  readonly sign: string;
  /** Normalised to mean 0 and length 1. */
  readonly ink: Float32Array;
}

/** Print is sharp on a scan and soft on a small photo, so each character is kept in both forms. */
const TEMPLATES: readonly Template[] = Object.entries(OCR_B_GLYPHS).flatMap(([sign, digits]) => {
  const sharp = Float32Array.from(digits, (digit) => Number.parseInt(digit, 16));
  const clear = blurred(sharp);
  const soft = blurred(blurred(clear));
  return [clear, soft].map((ink) => ({ sign, ink: normalised(ink) }));
});

/**
 * Returns the characters of `allowed` that a cell may contain, most likely first. `cell` is dark ink on light paper.
 */
export function matchGlyph(cell: Float32Array, allowed: string): readonly GlyphMatch[] {
  const ink = normalised(cell);
  const best = new Map<string, number>();
  for (const template of TEMPLATES) {
    if (!allowed.includes(template.sign)) continue;
    const score = -product(ink, template.ink);
    if (score > (best.get(template.sign) ?? -1)) best.set(template.sign, score);
  }
  return [...best].map(([sign, score]) => ({ sign, score })).sort((a, b) => b.score - a.score);
}

/** Best match score of a cell, used to locate the cells. */
export function bestScore(cell: Float32Array): number {
  const ink = normalised(cell);
  let most = -1;
  for (const template of TEMPLATES) most = Math.max(most, -product(ink, template.ink));
  return most;
}

function product(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < SIZE; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

function normalised(values: Float32Array): Float32Array {
  let mean = 0;
  for (const value of values) mean += value / values.length;
  let square = 0;
  for (const value of values) square += (value - mean) ** 2;
  // Blank paper has no ink to compare: noise of a grey level or two must not look like a character.
  const length = Math.max(Math.sqrt(square), FLAT * Math.sqrt(values.length));
  return values.map((value) => (value - mean) / length);
}

/** Blurs each pixel with its neighbours, weights 1 2 1 in both directions. */
function blurred(values: Float32Array): Float32Array {
  const at = (x: number, y: number) =>
    x < 0 || y < 0 || x >= OCR_B_WIDTH || y >= OCR_B_HEIGHT ? 0 : (values[y * OCR_B_WIDTH + x] ?? 0);
  const out = new Float32Array(values.length);
  for (let y = 0; y < OCR_B_HEIGHT; y++) {
    for (let x = 0; x < OCR_B_WIDTH; x++) {
      let sum = 0;
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++) sum += at(x + dx, y + dy) * (2 - Math.abs(dx)) * (2 - Math.abs(dy));
      out[y * OCR_B_WIDTH + x] = sum / 16;
    }
  }
  return out;
}
