import { MEET, type PageRules, type Rule } from './find-rules.ts';

/** The inside of a ruled box in pixels, without its rules. */
export interface RuledCell {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Box sides in letter heights: a line of print fits, a page does not. */
const MIN_HEIGHT = 1.5;
const MAX_HEIGHT = 22;
const MIN_WIDTH = 3;
/** A rule closes a box if it covers this share of the box's side. */
const COVERED = 0.85;

/** Boxes bounded above and below by rules and separated by the vertical rules between them. */
export function findCells({ across, down }: PageRules, letterHeight: number): readonly RuledCell[] {
  const meet = MEET * letterHeight;
  const cells: RuledCell[] = [];
  for (const top of across) {
    const sides = sidesUnder(top, down, meet, letterHeight);
    for (let index = 0; index + 1 < sides.length; index++) {
      const [left, right] = [sides[index], sides[index + 1]];
      if (left === undefined || right === undefined || right.from - left.to < MIN_WIDTH * letterHeight) continue;
      const bottom = floorOf(top, left.to, right.from, across, letterHeight);
      if (bottom === undefined) continue;
      const cell = {
        left: left.to,
        top: top.at + top.thickness / 2,
        right: right.from,
        bottom: bottom.at - bottom.thickness / 2,
      };
      if (cell.bottom - cell.top <= MAX_HEIGHT * letterHeight) cells.push(cell);
    }
  }
  return cells;
}

interface Side {
  readonly from: number;
  readonly to: number;
}

/** X positions that divide the stretch below a rule: vertical rules that start at or cross it, and its own ends. */
function sidesUnder(top: Rule, down: readonly Rule[], meet: number, letterHeight: number): readonly Side[] {
  const sides = down
    .filter(({ at }) => at > top.from - meet && at < top.to + meet)
    .filter(({ from, to }) => from <= top.at + meet && to >= top.at + MIN_HEIGHT * letterHeight)
    .map(({ at, thickness }) => ({ from: at - thickness / 2, to: at + thickness / 2 }))
    .toSorted((a, b) => a.from - b.from);
  const [first, last] = [sides[0], sides.at(-1)];
  if (first === undefined || first.from - top.from > meet) sides.unshift({ from: top.from, to: top.from });
  if (last === undefined || top.to - last.to > meet) sides.push({ from: top.to, to: top.to });
  return sides;
}

/** The nearest rule below that closes the stretch. */
function floorOf(
  top: Rule,
  left: number,
  right: number,
  across: readonly Rule[],
  letterHeight: number,
): Rule | undefined {
  return across
    .filter(({ at }) => at - top.at >= MIN_HEIGHT * letterHeight)
    .filter(({ from, to }) => Math.min(to, right) - Math.max(from, left) >= COVERED * (right - left))
    .toSorted((a, b) => a.at - b.at)[0];
}
