import type { EngineError } from '#engine/model';

/** An image in rows from the top: one byte per pixel (grey, 0 is black) or three (red, green, blue). */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly channels: Channels;
  readonly pixels: Uint8Array;
}

export type Channels = 1 | 3;

export interface DecodeOptions {
  /** 1 for recognition (grey), 3 for display (colour). */
  readonly channels: Channels;
  /** Maximum number of pixels of the decoded image; a larger one is downscaled while decoding. */
  readonly maxPixels: number;
}

/** Maximum side of an image to decode, in pixels, since each row costs a step. Same as the JPEG limit. */
export const MAX_SOURCE_SIDE = 65_535;

/** Width and height as stated in the file, before rotation and scaling. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

export type DecodeOutcome =
  | { readonly ok: true; readonly picture: Picture; readonly source: PixelSize }
  | { readonly ok: false; readonly error: EngineError };

export function decodeFailure(code: EngineError['code'], message: string): DecodeOutcome {
  return { ok: false, error: { code, message } };
}

/** Returns the smallest integer factor by which both sides must shrink to fit the limit. */
export function shrinkFactor({ width, height }: PixelSize, maxPixels: number): number {
  let factor = 1;
  while (Math.ceil(width / factor) * Math.ceil(height / factor) > maxPixels) factor += 1;
  return factor;
}
