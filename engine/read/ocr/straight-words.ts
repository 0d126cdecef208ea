import type { Word } from '#engine/model';
import type { Band } from './bands.ts';
import { joinAmounts } from './join-amounts.ts';
import type { RecognisedWord } from './recogniser.ts';

/** Letters without descenders fill about this share of the em, in which `size` is measured. */
const INK_SHARE = 0.8;
/** A word without a letter or digit below this confidence is dirt. */
const SURE_MARK = 0.5;
/** Below this confidence, letters are handwriting, images or dirt. */
export const READABLE = 0.2;
/**
 * A line of a machine-readable zone: it matches no language model, so its confidence is always low; check digits verify
 * it.
 */
const ZONE = /^(?=.{10})[A-Za-z0-9«]*<[A-Za-z0-9<«]*$/;
/** Words of at least this share of the tallest determine the position of their line; dashes and dots do not. */
const TELLING_HEIGHT = 0.6;

/**
 * Converts the recogniser's words from band coordinates to the straightened frame of the page. The words of a line
 * share its top and bottom, like those of a text layer: their ink alone would put a dash and a letter on different
 * lines.
 */
export function straightWords(found: readonly RecognisedWord[], band: Band): Word[] {
  const lines = new Map<number, RecognisedWord[]>();
  for (const word of found) {
    const least = /[\p{L}\p{N}]/u.test(word.text) ? READABLE : SURE_MARK;
    if (word.confidence < least && !ZONE.test(word.text)) continue;
    const line = lines.get(word.line);
    if (line === undefined) lines.set(word.line, [word]);
    else line.push(word);
  }
  return [...lines.values()].flatMap((words) => {
    const tallest = Math.max(...words.map(heightOf));
    const telling = words.filter((word) => heightOf(word) >= TELLING_HEIGHT * tallest);
    const top = median(telling.map(({ box }) => box[1]));
    const bottom = median(telling.map(({ box }) => box[3]));
    const size = (bottom - top) / INK_SHARE;
    return joinAmounts(words, tallest).map(({ text, box, confidence, agreed }) => ({
      text,
      box: [round(band.a0 + box[0]), round(band.b0 + top), round(band.a0 + box[2]), round(band.b0 + bottom)] as const,
      size: round(size),
      bold: false,
      confidence: Math.round(confidence * 1000) / 1000,
      ...(agreed && { agreed }),
    }));
  });
}

/** Converts a word, in the frame of the page, whose own box determines the position of its line. */
export function wordOfBox({ text, box, confidence, agreed }: RecognisedWord): Word {
  const [x0, y0, x1, y1] = box;
  return {
    text,
    box: [round(x0), round(y0), round(x1), round(y1)],
    size: round((y1 - y0) / INK_SHARE),
    bold: false,
    confidence: Math.round(confidence * 1000) / 1000,
    ...(agreed && { agreed }),
  };
}

function heightOf({ box }: RecognisedWord): number {
  return box[3] - box[1];
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
