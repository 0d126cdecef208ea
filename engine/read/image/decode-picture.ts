import type { EngineError, EngineHost, Orientation } from '#engine/model';
import { decodeBmp } from './decode-bmp.ts';
import { decodeGif } from './decode-gif.ts';
import { decodePng } from './decode-png.ts';
import { decodeWebp } from './decode-webp.ts';
import { asOrientation, jpegOrientation } from './exif.ts';
import { decodeJpeg } from './jpeg/decode-jpeg.ts';
import type { DecodeOptions, DecodeOutcome, Picture, PixelSize } from './picture.ts';
import { decodeTiffPage } from './tiff/decode-tiff.ts';
import { type Directory, readDirectories, TAG } from './tiff/directories.ts';
import { turnedSize, turnPicture } from './turn.ts';

/** Maximum number of TIFF pages read; longer fax transmissions are rare. */
const MAX_TIFF_PAGES = 100;

const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/tiff', 'image/gif', 'image/bmp'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

export function isPictureType(mediaType: string): mediaType is PictureType {
  return PICTURE_TYPES.some((type) => type === mediaType);
}

/** An image file with one or more pages. */
export interface PictureFile {
  readonly pageCount: number;
  /** Decodes a page (from 0), turned upright by its orientation tag. */
  decode(page: number, options: DecodeOptions, host: EngineHost): Promise<TurnedOutcome>;
}

export type TurnedOutcome =
  | {
      readonly ok: true;
      readonly picture: Picture;
      /** Page size in pixels of the file, upright; the decoded image may be smaller. */
      readonly size: PixelSize;
    }
  | { readonly ok: false; readonly error: EngineError };

/** Opens an image file without decoding it. */
export function openPictures(
  bytes: Uint8Array,
  mediaType: PictureType,
): { readonly ok: true; readonly file: PictureFile } | { readonly ok: false; readonly error: EngineError } {
  switch (mediaType) {
    case 'image/png':
      return single((options, host) => decodePng(bytes, options, host), 1);
    case 'image/webp':
      return single((options, host) => decodeWebp(bytes, options, host), 1);
    case 'image/gif':
      return single(async (options) => decodeGif(bytes, options), 1);
    case 'image/bmp':
      return single(async (options) => decodeBmp(bytes, options), 1);
    case 'image/jpeg':
      return single((options, host) => decodeJpeg(bytes, options, host), jpegOrientation(bytes));
    case 'image/tiff': {
      const { pages, more } = readDirectories(bytes, MAX_TIFF_PAGES);
      if (more) return failure('too_large', `The TIFF has more than ${MAX_TIFF_PAGES} pages.`);
      if (pages.length === 0) return failure('damaged', 'The TIFF is damaged: it holds no picture.');
      return { ok: true, file: tiffFile(bytes, pages) };
    }
  }
}

function single(
  decode: (options: DecodeOptions, host: EngineHost) => Promise<DecodeOutcome>,
  orientation: Orientation,
): { readonly ok: true; readonly file: PictureFile } {
  return {
    ok: true,
    file: { pageCount: 1, decode: async (_, options, host) => turned(await decode(options, host), orientation) },
  };
}

function tiffFile(bytes: Uint8Array, pages: readonly Directory[]): PictureFile {
  return {
    pageCount: pages.length,
    async decode(page, options, host) {
      const directory = pages[page] ?? new Map();
      const orientation = asOrientation(directory.get(TAG.orientation)?.[0]);
      return turned(await decodeTiffPage(bytes, directory, options, host), orientation);
    },
  };
}

function turned(outcome: DecodeOutcome, orientation: Orientation): TurnedOutcome {
  if (!outcome.ok) return outcome;
  const size = turnedSize(outcome.source, orientation);
  return { ok: true, picture: turnPicture(outcome.picture, orientation), size };
}

function failure(code: EngineError['code'], message: string): { readonly ok: false; readonly error: EngineError } {
  return { ok: false, error: { code, message } };
}
