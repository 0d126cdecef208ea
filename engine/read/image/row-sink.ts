import { type DecodeOptions, type Picture, type PixelSize, shrinkFactor } from './picture.ts';

/** Accepts an image row by row, from the top, and downscales it by an integer factor if the limit requires it. */
export interface RowSink {
  /** `row` holds one sample (grey) or three (RGB) per pixel, according to `channelsIn`. */
  add(row: Uint8Array): void;
  finish(): Picture;
}

const RED = 0.299;
const GREEN = 0.587;
const BLUE = 0.114;

/** Only the sums of one output row are kept, so memory is bounded by the output image. Missing rows are white. */
export function rowSink(source: PixelSize, channelsIn: 1 | 3, { channels, maxPixels }: DecodeOptions): RowSink {
  const factor = shrinkFactor(source, maxPixels);
  const width = Math.ceil(source.width / factor);
  const height = Math.ceil(source.height / factor);
  const pixels = new Uint8Array(width * height * channels).fill(255);
  const sums = new Float32Array(width * channels);
  let gathered = 0;
  let to = 0;

  const flush = () => {
    if (gathered === 0 || to >= pixels.length) return;
    for (let x = 0; x < width; x++) {
      const across = Math.min(factor, source.width - x * factor);
      for (let c = 0; c < channels; c++) pixels[to++] = (sums[x * channels + c] ?? 0) / (across * gathered) + 0.5;
    }
    sums.fill(0);
    gathered = 0;
  };

  return {
    add(row) {
      for (let x = 0; x < source.width; x++) {
        const at = x * channelsIn;
        const place = Math.floor(x / factor) * channels;
        const red = row[at] ?? 0;
        if (channels === 1) {
          const grey = channelsIn === 1 ? red : RED * red + GREEN * (row[at + 1] ?? 0) + BLUE * (row[at + 2] ?? 0);
          sums[place] = (sums[place] ?? 0) + grey;
          continue;
        }
        sums[place] = (sums[place] ?? 0) + red;
        sums[place + 1] = (sums[place + 1] ?? 0) + (channelsIn === 1 ? red : (row[at + 1] ?? 0));
        sums[place + 2] = (sums[place + 2] ?? 0) + (channelsIn === 1 ? red : (row[at + 2] ?? 0));
      }
      gathered += 1;
      if (gathered === factor) flush();
    },
    finish() {
      flush();
      return { width, height, channels, pixels };
    },
  };
}
