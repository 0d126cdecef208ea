import type { Picture } from '../image/picture.ts';
import type { Band } from './bands.ts';

/**
 * A grey image of a band cut out of the page, straightened and scaled to the size at which the recogniser works best.
 */
export interface BandPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Cuts out, straightens (bilinear) and scales a band; beyond the page's edge its border pixels repeat. */
export function cutOut(page: Picture, band: Band, slope: number, scale: number): BandPicture {
  const width = Math.max(1, Math.ceil((band.a1 - band.a0) * scale));
  const height = Math.max(1, Math.ceil((band.b1 - band.b0) * scale));
  const cos = Math.cos(slope);
  const sin = Math.sin(slope);
  const pixels = new Uint8Array(width * height);
  // When downscaling, a pixel is the mean of the samples it covers, so that thin strokes survive.
  const samples = Math.max(1, Math.round(1 / scale));
  const step = 1 / (scale * samples);
  for (let v = 0; v < height; v++) {
    for (let u = 0; u < width; u++) {
      let sum = 0;
      for (let j = 0; j < samples; j++) {
        const b = band.b0 + (v * samples + j + 0.5) * step;
        for (let i = 0; i < samples; i++) {
          const a = band.a0 + (u * samples + i + 0.5) * step;
          sum += sampleAt(page, a * cos - b * sin - 0.5, a * sin + b * cos - 0.5);
        }
      }
      pixels[v * width + u] = sum / (samples * samples) + 0.5;
    }
  }
  return {
    width,
    height,
    pixels,
  };
}

function sampleAt({ width, height, pixels }: Picture, x: number, y: number): number {
  const cx = Math.max(0, Math.min(x, width - 1));
  const cy = Math.max(0, Math.min(y, height - 1));
  const left = Math.floor(cx);
  const top = Math.floor(cy);
  const right = left < width - 1 ? 1 : 0;
  const below = top < height - 1 ? width : 0;
  const at = top * width + left;
  const fx = cx - left;
  const fy = cy - top;
  const upper = (pixels[at] ?? 0) * (1 - fx) + (pixels[at + right] ?? 0) * fx;
  const lower = (pixels[at + below] ?? 0) * (1 - fx) + (pixels[at + below + right] ?? 0) * fx;
  return upper * (1 - fy) + lower * fy;
}
