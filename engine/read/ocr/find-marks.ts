import type { EngineHost } from '#engine/model';
import type { Picture } from '../image/picture.ts';

/** Connected ink on a page as an upright box in pixels; usually a letter. */
export interface Mark {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Ink is darker than its surroundings by this share (Bradley and Roth, Adaptive thresholding, 2007). */
const DARKER_BY = 0.15;
/** Half the side of the surroundings, as a share of the image's width, and its bounds in pixels. */
const SURROUNDINGS = 1 / 40;
const MIN_RADIUS = 12;
const MAX_RADIUS = 60;
/** More pieces are dirt or a photo: specks are dropped, and if that is not enough, the rest of the page is skipped. */
const MAX_MARKS = 60_000;
/** A piece smaller than this in both directions, in pixels, is noise or dust. */
const SPECK = 3;
/**
 * A cell of this side with a mark every few pixels is a halftone or noise; print has one letter per 60 or more pixels.
 */
const TEXTURE_CELL = 64;
const TEXTURE_PIXELS_PER_MARK = 50;
/** Rows between two turns of the event loop (about 10 ms at 2,500 pixels a row). */
const ROWS_PER_SLICE = 256;

/**
 * Returns the boxes of connected ink (8 neighbours) in a grey image, in no particular order, without halftones and
 * noise.
 */
export async function findMarks(picture: Picture, host: EngineHost): Promise<readonly Mark[]> {
  const { width, height } = picture;
  const radius = Math.min(MAX_RADIUS, Math.max(MIN_RADIUS, Math.round(width * SURROUNDINGS)));
  const surroundings = new RowMeans(picture, radius);
  const pieces = new Pieces();
  let above: Int32Array = new Int32Array(0);
  const runs = new Int32Array(3 * (Math.floor(width / 2) + 1));
  for (let y = 0; y < height; y++) {
    if (pieces.count >= MAX_MARKS) {
      if (!pieces.dropSpecks(above)) break;
      await host.pause();
    }
    if (y % ROWS_PER_SLICE === ROWS_PER_SLICE - 1) await host.pause();
    const length = findRuns(picture, y, surroundings.thresholds(y), runs);
    joinRuns(runs, length, above, y, pieces);
    above = runs.slice(0, length);
  }
  return withoutTexture(pieces.boxes(), width);
}

function withoutTexture(marks: readonly Mark[], width: number): readonly Mark[] {
  const columns = Math.ceil(width / TEXTURE_CELL);
  const cellOf = ({ x0, x1, y0, y1 }: Mark) =>
    Math.floor((y0 + y1) / 2 / TEXTURE_CELL) * columns + Math.floor((x0 + x1) / 2 / TEXTURE_CELL);
  const counts = new Map<number, number>();
  for (const mark of marks) counts.set(cellOf(mark), (counts.get(cellOf(mark)) ?? 0) + 1);
  const most = TEXTURE_CELL ** 2 / TEXTURE_PIXELS_PER_MARK;
  return marks.filter((mark) => (counts.get(cellOf(mark)) ?? 0) <= most);
}

/**
 * Writes start, end (inclusive) and a slot for the piece of each dark run of row `y`; returns the number of values
 * written.
 */
function findRuns({ width, pixels }: Picture, y: number, thresholds: Float32Array, runs: Int32Array): number {
  let length = 0;
  let start = -1;
  const row = y * width;
  for (let x = 0; x < width; x++) {
    const dark = (pixels[row + x] ?? 255) < (thresholds[x] ?? 0);
    if (dark) {
      if (start < 0) start = x;
    } else if (start >= 0) {
      runs[length] = start;
      runs[length + 1] = x - 1;
      length += 3;
      start = -1;
    }
  }
  if (start >= 0) {
    runs[length] = start;
    runs[length + 1] = width - 1;
    length += 3;
  }
  return length;
}

function joinRuns(runs: Int32Array, length: number, above: Int32Array, y: number, pieces: Pieces): void {
  let first = 0;
  for (let at = 0; at < length; at += 3) {
    const x0 = runs[at] ?? 0;
    const x1 = runs[at + 1] ?? 0;
    while (first < above.length && (above[first + 1] ?? 0) < x0 - 1) first += 3;
    let piece = -1;
    for (let other = first; other < above.length && (above[other] ?? 0) <= x1 + 1; other += 3) {
      const known = above[other + 2] ?? 0;
      piece = piece < 0 ? pieces.root(known) : pieces.merge(piece, known);
    }
    runs[at + 2] = piece < 0 ? pieces.add(x0, x1, y) : pieces.extend(piece, x0, x1, y);
  }
}

/** Disjoint-set forest of runs, with the box of each set. */
class Pieces {
  #parent: number[] = [];
  #boxes: number[] = [];

  get count(): number {
    return this.#parent.length;
  }

  add(x0: number, x1: number, y: number): number {
    this.#boxes.push(x0, y, x1 + 1, y + 1);
    return this.#parent.push(this.#parent.length) - 1;
  }

  extend(piece: number, x0: number, x1: number, y: number): number {
    const at = piece * 4;
    this.#boxes[at] = Math.min(this.#boxes[at] ?? 0, x0);
    this.#boxes[at + 2] = Math.max(this.#boxes[at + 2] ?? 0, x1 + 1);
    this.#boxes[at + 3] = y + 1;
    return piece;
  }

  root(piece: number): number {
    let at = piece;
    for (let up = this.#parent[at] ?? at; up !== at; up = this.#parent[at] ?? at) {
      this.#parent[at] = this.#parent[up] ?? up;
      at = up;
    }
    return at;
  }

  merge(one: number, two: number): number {
    const a = this.root(one);
    const b = this.root(two);
    if (a === b) return a;
    this.#parent[b] = a;
    const boxes = this.#boxes;
    boxes[a * 4] = Math.min(boxes[a * 4] ?? 0, boxes[b * 4] ?? 0);
    boxes[a * 4 + 1] = Math.min(boxes[a * 4 + 1] ?? 0, boxes[b * 4 + 1] ?? 0);
    boxes[a * 4 + 2] = Math.max(boxes[a * 4 + 2] ?? 0, boxes[b * 4 + 2] ?? 0);
    boxes[a * 4 + 3] = Math.max(boxes[a * 4 + 3] ?? 0, boxes[b * 4 + 3] ?? 0);
    return a;
  }

  /** Drops specks that no run of `open` belongs to and renumbers the rest; false if most pieces are not specks. */
  dropSpecks(open: Int32Array): boolean {
    const still = new Set<number>();
    for (let at = 2; at < open.length; at += 3) still.add(this.root(open[at] ?? 0));
    const boxes: number[] = [];
    const numbers = new Map<number, number>();
    this.#parent.forEach((parent, piece) => {
      const at = piece * 4;
      const [x0, y0] = [this.#boxes[at] ?? 0, this.#boxes[at + 1] ?? 0];
      const [x1, y1] = [this.#boxes[at + 2] ?? 0, this.#boxes[at + 3] ?? 0];
      if (parent !== piece || (!still.has(piece) && x1 - x0 < SPECK && y1 - y0 < SPECK)) return;
      numbers.set(piece, numbers.size);
      boxes.push(x0, y0, x1, y1);
    });
    for (let at = 2; at < open.length; at += 3) open[at] = numbers.get(this.root(open[at] ?? 0)) ?? 0;
    this.#boxes = boxes;
    this.#parent = Array.from(numbers.values());
    return this.count < MAX_MARKS / 2;
  }

  boxes(): Mark[] {
    const boxes = this.#boxes;
    return this.#parent.flatMap((parent, piece) => {
      if (parent !== piece) return [];
      const at = piece * 4;
      return [{ x0: boxes[at] ?? 0, y0: boxes[at + 1] ?? 0, x1: boxes[at + 2] ?? 0, y1: boxes[at + 3] ?? 0 }];
    });
  }
}

/** Per-pixel darkness thresholds, row by row, from running sums of the surrounding columns. */
class RowMeans {
  readonly #picture: Picture;
  readonly #radius: number;
  readonly #columns: Uint32Array;
  readonly #out: Float32Array;
  #from = 0;
  #to = 0;

  constructor(picture: Picture, radius: number) {
    this.#picture = picture;
    this.#radius = radius;
    this.#columns = new Uint32Array(picture.width);
    this.#out = new Float32Array(picture.width);
  }

  /** Rows must be requested from the top down. */
  thresholds(y: number): Float32Array {
    const { width, height } = this.#picture;
    const radius = this.#radius;
    for (; this.#to < Math.min(height, y + radius + 1); this.#to++) this.#addRow(this.#to, 1);
    for (; this.#from < y - radius; this.#from++) this.#addRow(this.#from, -1);
    const rows = this.#to - this.#from;
    const columns = this.#columns;
    let sum = 0;
    for (let x = 0; x < Math.min(radius, width); x++) sum += columns[x] ?? 0;
    for (let x = 0; x < width; x++) {
      if (x + radius < width) sum += columns[x + radius] ?? 0;
      if (x - radius - 1 >= 0) sum -= columns[x - radius - 1] ?? 0;
      const across = Math.min(width - 1, x + radius) - Math.max(0, x - radius) + 1;
      this.#out[x] = (sum / (rows * across)) * (1 - DARKER_BY);
    }
    return this.#out;
  }

  #addRow(y: number, sign: 1 | -1): void {
    const { width, pixels } = this.#picture;
    const columns = this.#columns;
    const row = y * width;
    for (let x = 0; x < width; x++) columns[x] = (columns[x] ?? 0) + sign * (pixels[row + x] ?? 0);
  }
}
