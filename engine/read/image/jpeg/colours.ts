import type { EngineHost } from '#engine/model';
import type { Channels, Picture } from '../picture.ts';
import type { Plane } from './scans.ts';
import type { Frame } from './segments.ts';

/** Rows assembled between two turns of the event loop. */
const ROWS_PER_SLICE = 256;

/**
 * Combines the planes of a JPEG into one image. Three components are YCbCr unless an Adobe segment declares RGB; four
 * are CMYK or YCCK, stored inverted as Adobe writes them.
 */
export async function colourPicture(
  frame: Frame,
  planes: readonly Plane[],
  channels: Channels,
  adobeTransform: number | undefined,
  host: EngineHost,
): Promise<Picture> {
  const samples = planes[0]?.samples ?? 8;
  const width = Math.ceil((frame.width * samples) / 8);
  const height = Math.ceil((frame.height * samples) / 8);
  const pixels = new Uint8ClampedArray(width * height * channels);
  const [first] = planes;
  const isGrey = frame.components.length === 1;
  const plain = first !== undefined && (isGrey || !planes[1]?.wanted);
  const isYcc = frame.components.length === 3 ? adobeTransform !== 0 : adobeTransform === 2;
  const across = Math.max(...frame.components.map((component) => component.across));
  const down = Math.max(...frame.components.map((component) => component.down));
  const ratios = frame.components.map((component) => [component.across / across, component.down / down] as const);
  const at = (index: number, x: number, y: number): number => {
    const plane = planes[index];
    const ratio = ratios[index];
    if (plane === undefined || ratio === undefined) return 0;
    return plane.pixels[Math.floor(y * ratio[1]) * plane.stride + Math.floor(x * ratio[0])] ?? 0;
  };
  let to = 0;
  for (let y = 0; y < height; y++) {
    if (y % ROWS_PER_SLICE === ROWS_PER_SLICE - 1) await host.pause();
    if (plain) {
      // A grey component may declare any sampling; as the only component it is always full size.
      const row = y * first.stride;
      if (channels === 1) {
        pixels.set(first.pixels.subarray(row, row + width), to);
        to += width;
      } else {
        for (let x = 0; x < width; x++, to += 3) pixels.fill(first.pixels[row + x] ?? 0, to, to + 3);
      }
      continue;
    }
    for (let x = 0; x < width; x++) {
      const a = at(0, x, y);
      const b = at(1, x, y);
      const c = at(2, x, y);
      let red = isYcc ? a + 1.402 * (c - 128) : a;
      let green = isYcc ? a - 0.344136 * (b - 128) - 0.714136 * (c - 128) : b;
      let blue = isYcc ? a + 1.772 * (b - 128) : c;
      if (planes.length === 4) {
        const key = at(3, x, y) / 255;
        red = Math.min(255, Math.max(0, red)) * key;
        green = Math.min(255, Math.max(0, green)) * key;
        blue = Math.min(255, Math.max(0, blue)) * key;
      }
      if (channels === 3) {
        pixels[to] = red;
        pixels[to + 1] = green;
        pixels[to + 2] = blue;
        to += 3;
      } else {
        pixels[to++] = 0.299 * red + 0.587 * green + 0.114 * blue;
      }
    }
  }
  return { width, height, channels, pixels: new Uint8Array(pixels.buffer) };
}
