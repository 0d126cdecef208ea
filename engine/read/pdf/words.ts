import type { Box } from '#core/domain/result';
import type { Word } from '#engine/model';
import type { Glyph } from './glyph.ts';
import { endAlong, spacedGaps, startAlong, WORD_GAP } from './letter-spacing.ts';

/** A larger overlap is a jump back to other text, not kerning. */
const MAX_OVERLAP = 0.6;
/** Superscripts rise by a third of the letter height; another line is a full height away. */
const MAX_BASELINE_SHIFT = 0.5;
/**
 * A glyph this much larger or smaller than its neighbour starts another word (drop capitals, prices with small cents
 * stay).
 */
const MAX_SIZE_RATIO = 2.6;

/** Scripts written from right to left. Most files list their glyphs in visual order, some in reading order. */
const RIGHT_TO_LEFT_LETTER = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;
const RIGHT_TO_LEFT_WORD = /^[\p{Script=Hebrew}\p{Script=Arabic}\p{Punctuation}]+$/u;

interface OpenWord {
  text: string;
  last: Glyph;
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  size: number;
  boldGlyphs: number;
  glyphs: number;
  /** True if the glyphs are in reading order from right to left. */
  leftward: boolean;
}

/**
 * Groups glyphs, in file order, into words. A word never contains white space; words of different columns, lines or
 * reading directions are never joined. Boxes are in the glyphs' frame, rounded to 1/100 point.
 */
export function wordsFromGlyphs(glyphs: readonly Glyph[]): Word[] {
  const words: Word[] = [];
  let open: OpenWord | undefined;
  let spaceSeen = false;
  let guessSeen = false;
  const spaced = spacedGaps(glyphs);
  for (const [index, glyph] of glyphs.entries()) {
    if (glyph.text.trim() === '') {
      if (glyph.guessed === undefined) spaceSeen = true;
      else guessSeen ||= glyph.guessed === 'trusted';
      continue;
    }
    // In letter-spaced text a guessed space is one of the gaps between letters.
    const wordGap = spaced.get(index);
    const parted = spaceSeen || (guessSeen && wordGap === undefined);
    if (open !== undefined && !parted && belongsTo(open, glyph, wordGap ?? WORD_GAP)) {
      extend(open, glyph);
    } else {
      if (open !== undefined) words.push(close(open));
      open = begin(glyph);
    }
    spaceSeen = false;
    guessSeen = false;
  }
  if (open !== undefined) words.push(close(open));
  return words;
}

function belongsTo(word: OpenWord, glyph: Glyph, wordGap: number): boolean {
  const last = word.last;
  const [dx, dy] = last.direction;
  if (glyph.direction[0] * dx + glyph.direction[1] * dy < 0.99) return false;
  const size = Math.max(last.size, glyph.size);
  if (size > Math.min(last.size, glyph.size) * MAX_SIZE_RATIO) return false;
  // A glyph that stands for several letters (a ligature) is reported once per letter, at the same position.
  if (sameBox(last.box, glyph.box)) return true;
  const shift = Math.abs((glyph.origin[0] - last.origin[0]) * -dy + (glyph.origin[1] - last.origin[1]) * dx);
  if (shift > size * MAX_BASELINE_SHIFT) return false;
  const gap = (startAlong(glyph.box, last.direction) - endAlong(last.box, last.direction)) / size;
  if (isWithinWord(gap, wordGap)) return true;
  if (!RIGHT_TO_LEFT_LETTER.test(last.text) || !RIGHT_TO_LEFT_LETTER.test(glyph.text)) return false;
  const leftGap = (startAlong(last.box, last.direction) - endAlong(glyph.box, last.direction)) / size;
  if (!isWithinWord(leftGap, wordGap)) return false;
  word.leftward = true;
  return true;
}

function isWithinWord(gap: number, wordGap: number): boolean {
  return gap >= -MAX_OVERLAP && gap <= wordGap;
}

function sameBox(a: Box, b: Box): boolean {
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2] && a[3] === b[3];
}

function begin(glyph: Glyph): OpenWord {
  const [x0, y0, x1, y1] = glyph.box;
  return {
    text: glyph.text,
    last: glyph,
    x0,
    y0,
    x1,
    y1,
    size: glyph.size,
    boldGlyphs: glyph.bold ? 1 : 0,
    glyphs: 1,
    leftward: false,
  };
}

function extend(word: OpenWord, glyph: Glyph): void {
  word.text += glyph.text;
  word.last = glyph;
  word.x0 = Math.min(word.x0, glyph.box[0]);
  word.y0 = Math.min(word.y0, glyph.box[1]);
  word.x1 = Math.max(word.x1, glyph.box[2]);
  word.y1 = Math.max(word.y1, glyph.box[3]);
  word.size = Math.max(word.size, glyph.size);
  word.boldGlyphs += glyph.bold ? 1 : 0;
  word.glyphs += 1;
}

function close(word: OpenWord): Word {
  return {
    text: textOf(word),
    box: [round(word.x0), round(word.y0), round(word.x1), round(word.y1)],
    size: round(word.size),
    bold: word.boldGlyphs * 2 > word.glyphs,
  };
}

function textOf({ text, leftward }: OpenWord): string {
  const isBackwards = !leftward && RIGHT_TO_LEFT_LETTER.test(text) && RIGHT_TO_LEFT_WORD.test(text);
  return isBackwards ? [...text].reverse().join('') : text;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
