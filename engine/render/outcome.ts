import type { EngineError } from '#engine/model';

export interface RenderOptions {
  /** Upper bound of width × height; the picture is made smaller to fit. */
  readonly maxPixels: number;
  /** Wanted width in pixels; without it the picture is as large as `maxPixels` allows. */
  readonly width?: number;
}

export type RenderOutcome =
  | { readonly ok: true; readonly png: Uint8Array; readonly width: number; readonly height: number }
  | { readonly ok: false; readonly error: EngineError };
