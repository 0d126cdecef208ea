import type { Picture } from './picture.ts';

/**
 * Downscales a grey image by `factor` (at least 1, may be fractional): each pixel is the mean of the pixels it covers.
 */
export function shrinkPicture(picture: Picture, factor: number): Picture {
  if (factor <= 1) return picture;
  const width = Math.max(1, Math.round(picture.width / factor));
  const height = Math.max(1, Math.round(picture.height / factor));
  const columns = coveredBy(width, picture.width);
  const rows = coveredBy(height, picture.height);
  const pixels = new Uint8Array(width * height);
  const sums = new Float32Array(picture.width);
  for (let y = 0, to = 0; y < height; y++) {
    sumRows(picture, rows.from[y] ?? 0, rows.to[y] ?? 0, sums);
    const down = (rows.to[y] ?? 0) - (rows.from[y] ?? 0);
    for (let x = 0; x < width; x++, to++) {
      const [from, end] = [columns.from[x] ?? 0, columns.to[x] ?? 0];
      pixels[to] = weightedSum(sums, from, end) / ((end - from) * down) + 0.5;
    }
  }
  return { width, height, channels: 1, pixels };
}

/** The range of a side of `length` pixels that each of `count` equal parts covers. */
function coveredBy(count: number, length: number) {
  const edge = (index: number) => (index * length) / count;
  return {
    from: Float64Array.from({ length: count }, (_, index) => edge(index)),
    to: Float64Array.from({ length: count }, (_, index) => edge(index + 1)),
  };
}

function sumRows({ width, height, pixels }: Picture, from: number, to: number, sums: Float32Array): void {
  sums.fill(0);
  for (let row = Math.floor(from); row < Math.min(height, Math.ceil(to)); row++) {
    const weight = Math.min(to, row + 1) - Math.max(from, row);
    const start = row * width;
    for (let x = 0; x < width; x++) sums[x] = (sums[x] ?? 0) + weight * (pixels[start + x] ?? 0);
  }
}

function weightedSum(values: Float32Array, from: number, to: number): number {
  let sum = 0;
  for (let at = Math.floor(from); at < Math.min(values.length, Math.ceil(to)); at++) {
    sum += (values[at] ?? 0) * (Math.min(to, at + 1) - Math.max(from, at));
  }
  return sum;
}
