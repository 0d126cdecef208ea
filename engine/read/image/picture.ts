import type { EngineError } from '#engine/model';

/** A picture in rows from the top: one byte a pixel (grey, 0 is black) or three (red, green, blue). */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly channels: Channels;
  readonly pixels: Uint8Array;
}

export type Channels = 1 | 3;

export interface DecodeOptions {
  /** 1 for reading (grey), 3 for showing (colour). */
  readonly channels: Channels;
  /** The decoded picture has at most this many pixels; a larger one is made smaller while it is decoded. */
  readonly maxPixels: number;
}

/** Longest side of a picture that is decoded, in pixels: each row costs a step. The limit of JPEG. */
export const MAX_SOURCE_SIDE = 65_535;

/** Width and height as the file states them, before any turning and scaling. */
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

/** The smallest whole factor by which both sides shrink so that the picture fits. */
export function shrinkFactor({ width, height }: PixelSize, maxPixels: number): number {
  let factor = 1;
  while (Math.ceil(width / factor) * Math.ceil(height / factor) > maxPixels) factor += 1;
  return factor;
}
