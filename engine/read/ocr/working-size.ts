import type { EngineHost } from '#engine/model';
import type { Picture } from '../image/picture.ts';
import { shrinkPicture } from '../image/shrink-picture.ts';
import { findPrint } from './find-print.ts';

/** Pixels of the small copy on which letters are measured: finding its marks takes about 40 ms of CPU. */
const COPY_PIXELS = 1_000_000;
/** Smaller letters on the copy may be noise; a copy with four times the pixels is then measured instead. */
const LEAST_LETTER = 8;
/** Letter height, in pixels, of the working image: slightly more than the recogniser gets. */
const WORKING_HEIGHT = 32;
/** A smaller factor saves little and blurs the image. */
const LEAST_FACTOR = 1.2;

/**
 * Scales the image to the size its letters need: a photo with letters of 75 pixels has four times the pixels of one
 * with letters of 36, which slows down every later step. Returns the same image if its letters are not large.
 */
export async function toWorkingSize(picture: Picture, host: EngineHost): Promise<Picture> {
  // A small image is cheap whatever the size of its letters.
  if (picture.width * picture.height <= COPY_PIXELS) return picture;
  const height = await estimateLetterHeight(picture, host);
  const factor = (height ?? 0) / WORKING_HEIGHT;
  if (factor < LEAST_FACTOR) return picture;
  await host.pause();
  return shrinkPicture(picture, factor);
}

/** Height of the image's capital letters in its own pixels, measured on a small copy; undefined if there are none. */
export async function estimateLetterHeight(picture: Picture, host: EngineHost): Promise<number | undefined> {
  for (const pixels of [COPY_PIXELS, 4 * COPY_PIXELS]) {
    const factor = Math.max(1, Math.sqrt((picture.width * picture.height) / pixels));
    const copy = shrinkPicture(picture, factor);
    await host.pause();
    const print = await findPrint(copy, host);
    if (print !== undefined && print.shape.letterHeight >= LEAST_LETTER) return print.shape.letterHeight * factor;
    if (factor === 1) return print?.shape.letterHeight;
  }
  return undefined;
}
