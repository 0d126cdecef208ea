export interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  readonly colourType: number;
  readonly interlaced: boolean;
  /** Three bytes per colour, for colour type 3. */
  readonly palette: Uint8Array;
  /** Alpha by palette index, or the transparent colour. */
  readonly transparency: Uint8Array;
  readonly data: readonly Uint8Array[];
}

/** Samples per pixel by colour type (ISO/IEC 15948, table 11.1). */
export const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
