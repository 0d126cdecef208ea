import { encodePng } from '#engine/render/png';

/** Letters of five by seven dots, enough for test pages; rows as bits, most significant first. */
const GLYPHS: Readonly<Record<string, readonly number[]>> = {
  ' ': [0, 0, 0, 0, 0, 0, 0],
  '.': [0, 0, 0, 0, 0, 12, 12],
  '0': [14, 17, 19, 21, 25, 17, 14],
  '1': [4, 12, 4, 4, 4, 4, 14],
  '2': [14, 17, 1, 6, 8, 16, 31],
  '4': [2, 6, 10, 18, 31, 2, 2],
  '7': [31, 1, 2, 4, 8, 8, 8],
  A: [14, 17, 17, 31, 17, 17, 17],
  C: [14, 17, 16, 16, 16, 17, 14],
  E: [31, 16, 16, 30, 16, 16, 31],
  H: [17, 17, 17, 31, 17, 17, 17],
  I: [14, 4, 4, 4, 4, 4, 14],
  L: [16, 16, 16, 16, 16, 16, 31],
  N: [17, 25, 21, 19, 17, 17, 17],
  O: [14, 17, 17, 17, 17, 17, 14],
  S: [15, 16, 16, 14, 1, 1, 30],
  T: [31, 4, 4, 4, 4, 4, 4],
};
const COLUMNS = 5;
const ROWS = 7;

export interface TestPicture {
  readonly width: number;
  readonly height: number;
  /** Grey, 255 is white. */
  readonly pixels: Uint8Array;
}

/** Lines of capitals on white, `dot` pixels a dot, from the given corner; a line is `pitch` dots below the last. */
export function textPicture(
  lines: readonly string[],
  {
    width,
    height,
    dot,
    left,
    top,
    pitch = 12,
  }: {
    readonly width: number;
    readonly height: number;
    readonly dot: number;
    readonly left: number;
    readonly top: number;
    readonly pitch?: number;
  },
): TestPicture {
  const pixels = new Uint8Array(width * height).fill(255);
  lines.forEach((line, number) => {
    [...line].forEach((letter, place) => {
      const glyph = GLYPHS[letter] ?? [];
      for (let row = 0; row < ROWS * dot; row++) {
        for (let column = 0; column < COLUMNS * dot; column++) {
          const bits = glyph[Math.floor(row / dot)] ?? 0;
          if (((bits >> (COLUMNS - 1 - Math.floor(column / dot))) & 1) === 0) continue;
          const x = left + place * (COLUMNS + 1) * dot + column;
          const y = top + number * pitch * dot + row;
          if (x < width && y < height) pixels[y * width + x] = 0;
        }
      }
    });
  });
  return { width, height, pixels };
}

export function pngOf({ width, height, pixels }: TestPicture): Promise<Uint8Array> {
  return encodePng({
    width,
    height,
    samples: Uint8Array.from({ length: pixels.length * 3 }, (_, i) => pixels[Math.floor(i / 3)] ?? 0),
  });
}

/** A TIFF of grey pages, one strip each, unpacked; little-endian. */
export function tiffOf(pages: readonly TestPicture[], orientation = 1): Uint8Array {
  const ENTRIES = 9;
  const directoryBytes = 2 + ENTRIES * 12 + 4;
  const total = 8 + pages.reduce((sum, { pixels }) => sum + directoryBytes + pixels.length, 0);
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  bytes.set([0x49, 0x49, 42, 0]);
  view.setUint32(4, 8, true);
  let at = 8;
  pages.forEach(({ width, height, pixels }, index) => {
    const data = at + directoryBytes;
    const entries: readonly (readonly [number, number])[] = [
      [256, width],
      [257, height],
      [258, 8],
      [259, 1],
      [262, 1],
      [273, data],
      [274, orientation],
      [278, height],
      [279, pixels.length],
    ];
    view.setUint16(at, ENTRIES, true);
    entries.forEach(([tag, value], entry) => {
      const place = at + 2 + entry * 12;
      view.setUint16(place, tag, true);
      view.setUint16(place + 2, 4, true);
      view.setUint32(place + 4, 1, true);
      view.setUint32(place + 8, value, true);
    });
    view.setUint32(at + 2 + ENTRIES * 12, index + 1 < pages.length ? data + pixels.length : 0, true);
    bytes.set(pixels, data);
    at = data + pixels.length;
  });
  return bytes;
}
