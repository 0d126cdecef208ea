import type { EngineHost } from '#engine/model';
import type { Picture } from '../image/picture.ts';
import { findMarks, type Mark } from './find-marks.ts';
import { judgeShape, lettersOf, type PageShape } from './page-shape.ts';

/** The marks of a page that may be print, and how its text lies. */
export interface Print {
  readonly marks: readonly Mark[];
  readonly shape: PageShape;
  /** Share of the letter-sized marks that were left out because they belong to a texture: a table, a cloth, a photo. */
  readonly texture: number;
}

/** Side of the cells whose greys are compared, in heights of a letter, and its least in pixels. */
const CELL = 3;
const MIN_CELL = 16;
/**
 * Paper varies little beside what its ink is darker by; in a texture the light half varies as much as the dark one. The
 * ratio is under 0.2 in print, 0.5 in noise of any kind.
 */
const TEXTURED = 0.4;
/** Fewer textured marks than this share are a logo or a stain, and stay. */
const TEXTURED_PAGE = 0.4;
/** The letters' height, and so the cells, is measured anew without the texture. */
const MAX_ROUNDS = 2;

/** Marks and shape of a grey page, without the texture around it; undefined where nothing looks like a letter. */
export async function findPrint(picture: Picture, host: EngineHost): Promise<Print | undefined> {
  let marks = await findMarks(picture, host);
  let shape = judgeShape(marks, picture.width, picture.height);
  const all = lettersOf(marks, picture.width, picture.height).length;
  for (let round = 0; round < MAX_ROUNDS && shape !== undefined; round++) {
    await host.pause();
    const isTextured = texturedCells(picture, Math.max(MIN_CELL, Math.round(CELL * shape.letterHeight)));
    const letters = lettersOf(marks, picture.width, picture.height);
    if (letters.filter(isTextured).length <= TEXTURED_PAGE * letters.length) break;
    const kept = marks.filter((mark) => !isTextured(mark));
    const without = judgeShape(kept, picture.width, picture.height);
    // Nothing but texture: whether it can be read is for the reader to say.
    if (without === undefined) return { marks, shape, texture: 1 };
    [marks, shape] = [kept, without];
  }
  if (shape === undefined) return undefined;
  const left = lettersOf(marks, picture.width, picture.height).length;
  return { marks, shape, texture: 1 - left / Math.max(1, all) };
}

/** Whether the middle of a mark lies in a cell of the picture that is textured. */
function texturedCells({ width, height, pixels }: Picture, side: number): (mark: Mark) => boolean {
  const columns = Math.ceil(width / side);
  const rows = Math.ceil(height / side);
  const textured = new Uint8Array(columns * rows);
  const counts = new Uint32Array(256);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      counts.fill(0);
      const right = Math.min(width, (column + 1) * side);
      const bottom = Math.min(height, (row + 1) * side);
      for (let y = row * side; y < bottom; y++) {
        for (let at = y * width + column * side; at < y * width + right; at++) {
          const grey = pixels[at] ?? 0;
          counts[grey] = (counts[grey] ?? 0) + 1;
        }
      }
      const total = (right - column * side) * (bottom - row * side);
      const [ink, middle, light] = greysAt(counts, total);
      textured[row * columns + column] = light - middle > TEXTURED * Math.max(1, middle - ink) ? 1 : 0;
    }
  }
  return ({ x0, y0, x1, y1 }) => {
    const [column, row] = [Math.floor((x0 + x1) / 2 / side), Math.floor((y0 + y1) / 2 / side)];
    return textured[Math.min(rows - 1, row) * columns + Math.min(columns - 1, column)] === 1;
  };
}

/** Shares of a cell's pixels, from the darkest: some of its ink, and two greys of its paper. */
const INK_RANK = 0.05;
const MIDDLE_RANK = 0.6;
const LIGHT_RANK = 0.9;

function greysAt(counts: Uint32Array, total: number): readonly [ink: number, middle: number, light: number] {
  let seen = 0;
  let [ink, middle] = [-1, -1];
  for (let grey = 0; grey < 256; grey++) {
    seen += counts[grey] ?? 0;
    if (ink < 0 && seen >= INK_RANK * total) ink = grey;
    if (middle < 0 && seen >= MIDDLE_RANK * total) middle = grey;
    if (seen >= LIGHT_RANK * total) return [ink, middle, grey];
  }
  return [ink, middle, 255];
}
