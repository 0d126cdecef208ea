import type { Raster } from './png.ts';

/** Colours with the same upper five bits in each channel are merged; a step of 1/32 is not visible. */
const KEPT_BITS = 0xf8;
const BUCKETS = 1 << 15;
const MAX_COLOURS = 256;

/**
 * Converts four-byte pixels (RGBx) to palette indices if the page has few colours, as text pages do; otherwise to RGB.
 * A third of the bytes compresses in a third of the time. Each palette colour is the first exact one of its group, so
 * that white and flat areas keep their colour.
 */
export function packPixels(
  pixels: Uint8Array,
  stride: number,
  width: number,
  height: number,
): Pick<Raster, 'samples' | 'palette'> {
  return withPalette(pixels, stride, width, height) ?? { samples: asRgb(pixels, stride, width, height) };
}

function withPalette(
  pixels: Uint8Array,
  stride: number,
  width: number,
  height: number,
): { readonly samples: Uint8Array; readonly palette: Uint8Array } | undefined {
  const indexOfBucket = new Int16Array(BUCKETS).fill(-1);
  const palette: number[] = [];
  const samples = new Uint8Array(width * height);
  let to = 0;
  for (let row = 0; row < height; row++) {
    const end = row * stride + width * 4;
    for (let from = row * stride; from < end; from += 4) {
      const red = pixels[from] ?? 0;
      const green = pixels[from + 1] ?? 0;
      const blue = pixels[from + 2] ?? 0;
      const bucket = ((red & KEPT_BITS) << 7) | ((green & KEPT_BITS) << 2) | (blue >> 3);
      let index = indexOfBucket[bucket] ?? -1;
      if (index < 0) {
        index = palette.length / 3;
        if (index >= MAX_COLOURS) return undefined;
        indexOfBucket[bucket] = index;
        palette.push(red, green, blue);
      }
      samples[to++] = index;
    }
  }
  return { samples, palette: Uint8Array.from(palette) };
}

function asRgb(pixels: Uint8Array, stride: number, width: number, height: number): Uint8Array {
  const samples = new Uint8Array(width * height * 3);
  let to = 0;
  for (let row = 0; row < height; row++) {
    const end = row * stride + width * 4;
    for (let from = row * stride; from < end; from += 4) {
      samples[to++] = pixels[from] ?? 0;
      samples[to++] = pixels[from + 1] ?? 0;
      samples[to++] = pixels[from + 2] ?? 0;
    }
  }
  return samples;
}
