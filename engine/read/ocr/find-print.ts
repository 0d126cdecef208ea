import type { EngineHost } from '#engine/model';
import type { Picture } from '../image/picture.ts';
import { findMarks, type Mark } from './find-marks.ts';
import { judgeShape, lettersOf, type PageShape } from './page-shape.ts';

/** The marks of a page that may be print, and the layout of its text. */
export interface Print {
  readonly marks: readonly Mark[];
  readonly shape: PageShape;
  /** Share of the letter-sized marks dropped because they belong to a texture: a table top, a cloth, a photo. */
  readonly texture: number;
}

/** Side of the cells whose greys are compared, in letter heights, and its minimum in pixels. */
const CELL = 3;
const MIN_CELL = 16;
/**
 * The grey of paper varies little compared with its contrast to ink; in a texture the light half varies as much as the
 * dark one. The ratio is under 0.2 in print and 0.5 in noise of any kind.
 */
const TEXTURED = 0.4;
/** A smaller share of textured marks is a logo or a stain, which is kept. */
const TEXTURED_PAGE = 0.4;
/** Without the texture, the letter height and therefore the cell size are measured again. */
const MAX_ROUNDS = 2;

/**
 * Finds the marks and shape of a grey page, without the texture around it; undefined if nothing looks like a letter.
 */
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
    // Nothing but texture: the reader decides whether it is readable.
    if (without === undefined) return { marks, shape, texture: 1 };
    [marks, shape] = [kept, without];
  }
  if (shape === undefined) return undefined;
  const left = lettersOf(marks, picture.width, picture.height).length;
  return { marks, shape, texture: 1 - left / Math.max(1, all) };
}

/** Returns a predicate for marks whose centre is in a textured cell of the image. */
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

/** Ranks among a cell's pixels, darkest first: one in its ink and two in its paper. */
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
