import type { EngineHost, PageCode, ReadPage } from '#engine/model';
import { type Picture, shrinkFactor } from '../image/picture.ts';
import { decodeBarcodes } from './decode-barcodes.ts';
import { decodeQr } from './decode-qr.ts';
import { placed } from './place-code.ts';
import { mentionsPaymentCode } from './read-page-codes.ts';

/** Maximum number of pixels searched for a code: colour copies of a page take four bytes per pixel. */
const MAX_PIXELS = 4_500_000;

/** Adds the codes in the image to a recognised page: barcodes, and a payment code if the page's words mention one. */
export async function withPictureCodes(page: ReadPage, picture: Picture, host: EngineHost): Promise<ReadPage> {
  const small = shrunk(picture);
  const payment = mentionsPaymentCode(page) ? decodeQr(small) : undefined;
  await host.pause();
  const codes: readonly PageCode[] = [
    ...(payment === undefined ? [] : [{ kind: 'qr' as const, ...payment }]),
    ...(await decodeBarcodes(small, host)),
  ];
  return codes.length === 0
    ? page
    : { ...page, codes: codes.map((code) => placed(code, page, page.width / small.width)) };
}

/** Keeps every n-th pixel of every n-th row: modules of a code are several pixels wide. */
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
