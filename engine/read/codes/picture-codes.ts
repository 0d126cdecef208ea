import type { ReadPage } from '#engine/model';
import { type Picture, shrinkFactor } from '../image/picture.ts';
import { decodeQr } from './decode-qr.ts';
import { mentionsPaymentCode } from './read-page-codes.ts';

/** A code is looked for in at most this many pixels: colour copies of a page take four bytes each. */
const MAX_PIXELS = 4_500_000;

/** A recognised page with the payment code of its picture; only where its words speak of one. */
export function withPictureCode(page: ReadPage, picture: Picture): ReadPage {
  if (!mentionsPaymentCode(page)) return page;
  const small = shrunk(picture);
  const found = decodeQr(small);
  if (found === undefined) return page;
  const { orientation = 1 } = page.tilt ?? {};
  // Boxes of a turned page are turned back on the way out: one that was never turned cannot be placed.
  const scale = page.width / small.width;
  const [x0, y0, x1, y1] = found.box;
  const box = [x0 * scale, y0 * scale, x1 * scale, y1 * scale] as const;
  return {
    ...page,
    codes: [{ kind: 'qr', text: found.text, box: orientation === 1 ? box : [0, 0, page.width, page.height] }],
  };
}

/** Every n-th pixel of every n-th row: modules of a code are several pixels wide. */
function shrunk(picture: Picture): Picture {
  const factor = shrinkFactor(picture, MAX_PIXELS);
  if (factor === 1) return picture;
  const width = Math.floor(picture.width / factor);
  const height = Math.floor(picture.height / factor);
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      pixels[y * width + x] = picture.pixels[(y * picture.width + x) * factor * picture.channels] ?? 0;
    }
  }
  return { width, height, channels: 1, pixels };
}
