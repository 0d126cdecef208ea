import type { Word } from '#engine/model';
import type { Band } from './bands.ts';
import type { RecognisedWord } from './recogniser.ts';

/** Letters without descenders fill about this share of the em; `size` means the em. */
const INK_SHARE = 0.8;
/** What has no letter or digit and is this uncertain is dirt. */
const SURE_MARK = 0.5;
/** Less certain than this, letters are handwriting, pictures or dirt. */
const READABLE = 0.2;
/** A line of a machine-readable zone: no language knows it, so the recogniser is never sure; check digits are. */
const ZONE = /^(?=.{10})[A-Za-z0-9<«]*<[A-Za-z0-9<«]*$/;
/** Behind a decimal point, in heights of the line. */
const MAX_POINT_GAP = 0.8;
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

/** `RM1.` and `40`: typewriters and till printers set the point so wide that the amount falls apart. */
function joinAmounts(words: readonly RecognisedWord[], lineHeight: number): readonly RecognisedWord[] {
  const joined: RecognisedWord[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const fits =
      last !== undefined &&
      /\d[.,]$/.test(last.text) &&
      /^\d{2}(?!\d)/.test(word.text) &&
      // The first word of a line may be the number of an item.
      (joined.length > 1 || /\p{L}/u.test(last.text)) &&
      word.box[0] - last.box[2] < MAX_POINT_GAP * lineHeight;
    if (!fits) {
      joined.push(word);
      continue;
    }
    const { agreed, ...kept } = last;
    joined[joined.length - 1] = {
      ...kept,
      ...(agreed && word.agreed && { agreed }),
      text: last.text + word.text,
      box: [last.box[0], Math.min(last.box[1], word.box[1]), word.box[2], Math.max(last.box[3], word.box[3])],
      confidence: Math.min(last.confidence, word.confidence),
    };
  }
  return joined;
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
