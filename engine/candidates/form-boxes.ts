import type { Box } from '#core/domain/result';
import type { PageLayout } from '../layout/lines.ts';
import type { Word } from '../model.ts';
import { tokenise } from '../normalise/fold-text.ts';
import type { CaptionMatch } from './form-captions.ts';

/**
 * Collects the words in the box of a form below its caption. Ruling lines are not used: a box extends from its caption
 * to the next captions below and to the right.
 */

/** A row of words inside a box, from left to right. */
export type BoxRow = readonly Word[];

/** Maximum distance of a value below its caption, in caption heights. */
const DEPTH = 9;
/** ... if the box has several lines: name and address. */
const BLOCK_DEPTH = 18;
/** Maximum distance of the start of a value to the left of its caption, in caption heights. */
const LEFT_SLACK = 1.2;

export interface Region {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The region below a caption, up to the next captions. */
export function regionBelow(match: CaptionMatch, all: readonly CaptionMatch[], width: number, block: boolean): Region {
  const [x0, y0, x1, y1] = match.box;
  const height = letterHeight(match);
  const limit = y1 + height * (block ? BLOCK_DEPTH : DEPTH);
  const under = all.filter(({ box }) => box[1] > y1 - height * 0.3 && overlaps(box[0], box[2], x0, x1));
  const bottom = Math.min(limit, ...under.map(({ box }) => box[1]));
  const beside = all.filter(
    ({ box }) => box[0] > x1 && overlaps(box[1], box[3], y0 - height * 0.5, Math.max(bottom - height * 0.5, y1)),
  );
  const right = Math.min(width, ...beside.map(({ box }) => box[0]));
  return { left: x0 - height * LEFT_SLACK, top: y0 + height * 0.6, right: right - height * 0.2, bottom };
}

/** The region below a caption inside its ruled box; undefined if no box is known. */
export function regionInCell({ page }: PageLayout, match: CaptionMatch): Region | undefined {
  const [x0, y0, x1, y1] = match.box;
  const cell = page.cells?.find((box) => contains(box, (x0 + x1) / 2, (y0 + y1) / 2));
  return cell && { left: cell[0], top: y0 + letterHeight(match) * 0.6, right: cell[2], bottom: cell[3] };
}

/** The region above a caption at the bottom of its ruled box; undefined if no box is known. */
export function regionInCellAbove({ page }: PageLayout, match: CaptionMatch): Region | undefined {
  const [x0, y0, x1, y1] = match.box;
  const cell = page.cells?.find((box) => contains(box, (x0 + x1) / 2, (y0 + y1) / 2));
  return cell && { left: cell[0], top: cell[1], right: cell[2], bottom: y0 + letterHeight(match) * 0.2 };
}

/** The ruled boxes whose first word is a given number, with the rest of their words. */
export function numberedCells({ page, lines }: PageLayout, number: string): readonly Region[] {
  return (page.cells ?? []).flatMap((box) => {
    const line = lines.find(({ segments }) =>
      segments.some(({ words }) => words.some((word) => isInside(word.box, box))),
    );
    const first = line?.segments.flatMap(({ words }) => words).find((word) => isInside(word.box, box));
    const tokens = tokenise(first?.text ?? '');
    if (first === undefined || tokens[0]?.text !== number || first.box[0] - box[0] > 2 * first.size) return [];
    return [{ left: box[0], top: first.box[3], right: box[2], bottom: box[3] }];
  });
}

function isInside([x0, y0, x1, y1]: Box, box: Box): boolean {
  return contains(box, (x0 + x1) / 2, (y0 + y1) / 2);
}

function contains([x0, y0, x1, y1]: Box, x: number, y: number): boolean {
  return x > x0 && x < x1 && y > y0 && y < y1;
}

/** The region above a caption printed below its value, up to the caption above. */
export function regionAbove(match: CaptionMatch, all: readonly CaptionMatch[], width: number): Region {
  const [x0, y0, x1, y1] = match.box;
  const height = letterHeight(match);
  const over = all.filter(({ box }) => box[3] < y0 + height * 0.3 && overlaps(box[0], box[2], x0, x1));
  const top = Math.max(y0 - height * DEPTH, ...over.map(({ box }) => box[3]));
  const beside = all.filter(({ box }) => box[0] > x1 && overlaps(box[1], box[3], y0, y1));
  const right = Math.min(width, ...beside.map(({ box }) => box[0]));
  return { left: x0 - height * LEFT_SLACK, top, right: right - height * 0.2, bottom: y0 + height * 0.2 };
}

/** The region before the caption on its line. */
export function regionBefore(match: CaptionMatch): Region {
  const [x0, y0, , y1] = match.box;
  const height = letterHeight(match);
  return { left: 0, top: y0 - height * 0.6, right: x0, bottom: y1 + height * 0.6 };
}

/** The region after the caption on its line. */
export function regionBeside(match: CaptionMatch, all: readonly CaptionMatch[], width: number): Region {
  const [, y0, x1, y1] = match.box;
  const height = letterHeight(match);
  const beside = all.filter(({ box }) => box[0] > x1 && overlaps(box[1], box[3], y0, y1));
  const right = Math.min(width, ...beside.map(({ box }) => box[0]));
  return { left: x1 - height * 0.2, top: y0 - height * 0.6, right, bottom: y1 + height * 0.6 };
}

export function letterHeight({ words }: CaptionMatch): number {
  return Math.max(1, ...words.map(({ box }) => box[3] - box[1]));
}

function overlaps(a0: number, a1: number, b0: number, b1: number): boolean {
  return a0 < b1 && b0 < a1;
}

export interface RowOptions {
  /** Words of captions and of values already read. */
  readonly taken: ReadonlySet<Word>;
  /** Words of the caption's further lines. */
  readonly more: string;
  /** The value is a text: rows that are mostly caption are skipped, and segments are not cut. */
  readonly text: boolean;
  /** The caption follows its own blank to fill in; the value may start this far to its left. */
  readonly reach: number;
}

/** Words in a region that belong to no caption, in rows from the top. */
export function rowsIn(layout: PageLayout, region: Region, { taken, more, text, reach }: RowOptions): BoxRow[] {
  const printed = new Set(more.split(' '));
  const isPrinted = (word: Word) => {
    const tokens = tokenise(word.text);
    return tokens.length > 0 && tokens.every((token) => printed.has(token.text));
  };
  const rows: BoxRow[] = [];
  for (const { segments } of layout.lines) {
    const words = segments.flatMap((segment) => {
      const inside = segment.words.filter((word) => !taken.has(word) && isIn(word.box, region));
      const whole = text && inside.length > 0 && segment.box[0] >= region.left - reach;
      return whole ? segment.words.filter((word) => !taken.has(word) && isLeftOf(word.box, region)) : inside;
    });
    if (words.length === 0) continue;
    const known = words.filter(isPrinted).length;
    const rest = known * 2 > words.length ? words.filter((word) => !isPrinted(word)) : words;
    if (rest.length > 0 && !(text && rest !== words)) rows.push(rest);
  }
  return rows;
}

function isLeftOf([x0, , x1]: Box, { right }: Region): boolean {
  return (x0 + x1) / 2 < right;
}

function isIn([x0, y0, x1, y1]: Box, { left, top, right, bottom }: Region): boolean {
  const middle = (y0 + y1) / 2;
  return x0 >= left && (x0 + x1) / 2 < right && middle > top && middle < bottom;
}
