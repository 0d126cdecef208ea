import jsQR from 'jsqr';
import type { Box } from '#core/domain/result';
import type { Picture } from '../image/picture.ts';

/** A QR code in an image; `box` is in pixels of the image. */
export interface DecodedQr {
  readonly text: string;
  readonly box: Box;
}

const BYTES_PER_PIXEL = 4;
const OPAQUE = 255;

/**
 * Returns the QR code of a grey image, or undefined if there is none. Reed-Solomon codes guarantee that the text is
 * what was encoded.
 */
export function decodeQr({ width, height, channels, pixels }: Picture): DecodedQr | undefined {
  const rgba = new Uint8ClampedArray(width * height * BYTES_PER_PIXEL);
  for (let at = 0; at < width * height; at++) {
    const grey = pixels[at * channels] ?? OPAQUE;
    rgba.fill(grey, at * BYTES_PER_PIXEL, at * BYTES_PER_PIXEL + 3);
    rgba[at * BYTES_PER_PIXEL + 3] = OPAQUE;
  }
  const found = jsQR(rgba, width, height, { inversionAttempts: 'dontInvert' });
  if (found === null) return undefined;
  const { topLeftCorner, topRightCorner, bottomLeftCorner, bottomRightCorner } = found.location;
  const corners = [topLeftCorner, topRightCorner, bottomLeftCorner, bottomRightCorner];
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const text = new TextDecoder().decode(Uint8Array.from(found.binaryData));
  return { text, box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] };
}
