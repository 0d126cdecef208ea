import type { Box } from '#core/domain/result';
import type { Orientation } from '#engine/model';
import type { Picture, PixelSize } from './picture.ts';

/** Source coordinates of a point of the rotated image: x = a·u + b·v + c, y = d·u + e·v + f, in a source of w × h. */
function sourceOf(
  orientation: Orientation,
  w: number,
  h: number,
): readonly [number, number, number, number, number, number] {
  switch (orientation) {
    case 1:
      return [1, 0, 0, 0, 1, 0];
    case 2:
      return [-1, 0, w, 0, 1, 0];
    case 3:
      return [-1, 0, w, 0, -1, h];
    case 4:
      return [1, 0, 0, 0, -1, h];
    case 5:
      return [0, 1, 0, 1, 0, 0];
    case 6:
      return [0, 1, 0, -1, 0, h];
    case 7:
      return [0, -1, w, -1, 0, h];
    case 8:
      return [0, -1, w, 1, 0, 0];
  }
}

/** Width and height after rotation. */
export function turnedSize({ width, height }: PixelSize, orientation: Orientation): PixelSize {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

/** The image rotated upright; the same object if no rotation is needed. */
export function turnPicture(picture: Picture, orientation: Orientation): Picture {
  if (orientation === 1) return picture;
  const { width, height } = turnedSize(picture, orientation);
  const { channels, pixels } = picture;
  const [a, b, c, d, e, f] = sourceOf(orientation, picture.width, picture.height);
  const out = new Uint8Array(pixels.length);
  let to = 0;
  for (let v = 0; v < height; v++) {
    for (let u = 0; u < width; u++) {
      const x = Math.floor(a * (u + 0.5) + b * (v + 0.5) + c);
      const y = Math.floor(d * (u + 0.5) + e * (v + 0.5) + f);
      const at = (y * picture.width + x) * channels;
      for (let channel = 0; channel < channels; channel++) out[to++] = pixels[at + channel] ?? 0;
    }
  }
  return { width, height, channels, pixels: out };
}

/** Maps a box of the rotated image to its source, whose size is given. */
export function boxBeforeTurn(box: Box, orientation: Orientation, { width, height }: PixelSize): Box {
  const [a, b, c, d, e, f] = sourceOf(orientation, width, height);
  const at = (u: number, v: number) => [a * u + b * v + c, d * u + e * v + f] as const;
  const [x0, y0] = at(box[0], box[1]);
  const [x1, y1] = at(box[2], box[3]);
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
}
