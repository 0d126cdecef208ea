import type { Word } from '#engine/model';
import type { Band } from './bands.ts';
import { joinAmounts } from './join-amounts.ts';
import type { RecognisedWord } from './recogniser.ts';

/** Letters without descenders fill about this share of the em; `size` means the em. */
const INK_SHARE = 0.8;
/** What has no letter or digit and is this uncertain is dirt. */
const SURE_MARK = 0.5;
/** Less certain than this, letters are handwriting, pictures or dirt. */
export const READABLE = 0.2;
/** A line of a machine-readable zone: no language knows it, so the recogniser is never sure; check digits are. */
const ZONE = /^(?=.{10})[A-Za-z0-9«]*<[A-Za-z0-9<«]*$/;
/** Words of at least this share of the tallest tell where their line stands; dashes and dots do not. */
const TELLING_HEIGHT = 0.6;

/**
 * The recogniser's words, given from the band's top left, in the straightened frame of the page. The words of a line share its top and bottom, as
 * those of a text layer do: ink alone would put a dash and a letter on different lines.
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

/** A word whose own box tells where its line stands, in the frame of the page. */
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
