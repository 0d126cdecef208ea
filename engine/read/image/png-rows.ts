import { type PngHeader, SAMPLES } from './png-header.ts';

export interface PngRowReader {
  /** Accepts decompressed bytes in chunks of any size. */
  add(chunk: Uint8Array): void;
  /** Rows (of any pass) read so far. */
  count(): number;
  /** True once all rows are read; the rest of the file is not decompressed. */
  isComplete(): boolean;
  /** Emits the rows collected from an interlaced file. */
  finish(): void;
}

/** First column, first row and steps of the passes; a non-interlaced file is one pass (ISO/IEC 15948, 8.2). */
const PLAIN = [[0, 0, 1, 1]] as const;
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Reverses the row filters and emits each row as RGB on white. */
export function pngRowReader(header: PngHeader, emit: (rgb: Uint8Array) => void): PngRowReader {
  const { width, height } = header;
  const bitsPerPixel = header.bitDepth * (SAMPLES[header.colourType] ?? 4);
  const back = Math.max(1, bitsPerPixel >> 3);
  const passes = (header.interlaced ? ADAM7 : PLAIN)
    .map(([x0, y0, dx, dy]) => ({
      x0,
      y0,
      dx,
      dy,
      wide: Math.ceil((width - x0) / dx),
      high: Math.ceil((height - y0) / dy),
    }))
    .filter(({ wide, high }) => wide > 0 && high > 0);
  const whole = header.interlaced ? new Uint8Array(width * height * 3).fill(255) : undefined;
  let pass = 0;
  let row = 0;
  let count = 0;
  let rowBytes = 0;
  let current: Uint8Array = new Uint8Array(0);
  let above: Uint8Array = new Uint8Array(0);
  let filled = 0;
  let rgb: Uint8Array = new Uint8Array(0);

  const begin = () => {
    rowBytes = 1 + Math.ceil(((passes[pass]?.wide ?? 0) * bitsPerPixel) / 8);
    current = new Uint8Array(rowBytes);
    above = new Uint8Array(rowBytes);
    rgb = new Uint8Array((passes[pass]?.wide ?? 0) * 3);
    filled = 0;
  };
  begin();

  const finishRow = () => {
    const place = passes[pass];
    if (place === undefined) return;
    unfilter(current, above, back);
    toRgb(current.subarray(1), header, place.wide, rgb);
    if (whole === undefined) emit(rgb);
    else {
      const y = place.y0 + row * place.dy;
      for (let x = 0; x < place.wide; x++)
        whole.set(rgb.subarray(3 * x, 3 * x + 3), (y * width + place.x0 + x * place.dx) * 3);
    }
    [current, above] = [above, current];
    filled = 0;
    count += 1;
    row += 1;
    if (row < place.high) return;
    row = 0;
    pass += 1;
    begin();
  };

  return {
    add(chunk) {
      for (let at = 0; at < chunk.length && pass < passes.length; ) {
        const part = chunk.subarray(at, at + rowBytes - filled);
        current.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled === rowBytes) finishRow();
      }
    },
    count: () => count,
    isComplete: () => pass >= passes.length,
    finish() {
      if (whole === undefined) return;
      for (let y = 0; y < height; y++) emit(whole.subarray(y * width * 3, (y + 1) * width * 3));
    },
  };
}

/** ISO/IEC 15948, 9.2: the first byte of a row is its filter type. */
function unfilter(row: Uint8Array, above: Uint8Array, back: number): void {
  const filter = row[0] ?? 0;
  for (let at = 1; filter > 0 && at < row.length; at++) {
    const left = at > back ? (row[at - back] ?? 0) : 0;
    const up = above[at] ?? 0;
    const value = row[at] ?? 0;
    if (filter === 1) row[at] = value + left;
    else if (filter === 2) row[at] = value + up;
    else if (filter === 3) row[at] = value + ((left + up) >> 1);
    else row[at] = value + paeth(left, up, at > back ? (above[at - back] ?? 0) : 0);
  }
}

function paeth(left: number, up: number, corner: number): number {
  const toLeft = Math.abs(up - corner);
  const toUp = Math.abs(left - corner);
  const toCorner = Math.abs(left + up - 2 * corner);
  return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
}

function toRgb(
  row: Uint8Array,
  { bitDepth, colourType, palette, transparency }: PngHeader,
  wide: number,
  rgb: Uint8Array,
): void {
  const samples = SAMPLES[colourType] ?? 4;
  const bytesPerSample = bitDepth === 16 ? 2 : 1;
  const step = samples * bytesPerSample;
  const largest = (1 << Math.min(bitDepth, 8)) - 1;
  for (let x = 0; x < wide; x++) {
    let red: number;
    let green: number;
    let blue: number;
    let alpha = 255;
    if (bitDepth < 8) {
      const bit = x * bitDepth;
      red = ((row[bit >> 3] ?? 0) >> (8 - bitDepth - (bit & 7))) & largest;
    } else red = row[x * step] ?? 0;
    if (colourType === 3) {
      alpha = transparency[red] ?? 255;
      const at = red * 3;
      red = palette[at] ?? 0;
      green = palette[at + 1] ?? 0;
      blue = palette[at + 2] ?? 0;
    } else if (colourType === 0 || colourType === 4) {
      if (bitDepth < 8) red = (red * 255) / largest;
      if (colourType === 4) alpha = row[x * step + bytesPerSample] ?? 255;
      green = red;
      blue = red;
    } else {
      green = row[x * step + bytesPerSample] ?? 0;
      blue = row[x * step + 2 * bytesPerSample] ?? 0;
      if (colourType === 6) alpha = row[x * step + 3 * bytesPerSample] ?? 255;
    }
    const white = 255 - alpha;
    const to = x * 3;
    rgb[to] = alpha === 255 ? red : (red * alpha) / 255 + white;
    rgb[to + 1] = alpha === 255 ? green : (green * alpha) / 255 + white;
    rgb[to + 2] = alpha === 255 ? blue : (blue * alpha) / 255 + white;
  }
}
