import type { EngineError } from '#engine/model';

export interface RenderOptions {
  /** Upper bound of width × height; the image is scaled down to fit. */
  readonly maxPixels: number;
  /** Requested width in pixels; by default the image is as large as `maxPixels` allows. */
  readonly width?: number;
}

export type RenderOutcome =
  | { readonly ok: true; readonly png: Uint8Array; readonly width: number; readonly height: number }
  | { readonly ok: false; readonly error: EngineError };
