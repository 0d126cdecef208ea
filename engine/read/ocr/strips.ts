import type { Band } from './bands.ts';
import type { RecognisedWord } from './recogniser.ts';

/** Adjacent words on one line, and the part of the page that shows them. */
export interface Strip {
  readonly words: readonly RecognisedWord[];
  /** In the frame of the words. */
  readonly box: Band;
}

/** A wider gap, in line heights, is a gap between columns. */
const COLUMN_GAP = 1.5;
/** A strip of this many heights takes about 60 ms to read on one idle core. */
const MAX_LENGTH = 16;
/** White margin around the letters, in line heights: the reader was trained on lines cropped this closely. */
const MARGIN = 0.15;
/** Below this confidence there is no text. */
const DIRT = 0.1;
/** Words without digits and with this confidence are not read again. */
const CERTAIN = 0.9;

/** `(RM)`, `[EUR]`, `RM`: the currency code, which a receipt often states nowhere else. */
const MONEY_CODE = /^(?:[([](?:\p{Lu}{3}|RM)[)\]]|RM)[:.]?$/u;

export function isMoneyCode({ text }: RecognisedWord): boolean {
  return MONEY_CODE.test(text);
}

/** Returns the words worth a second reading: everything with digits or a currency code, and everything uncertain. */
export function cutStrips(words: readonly RecognisedWord[]): readonly Strip[] {
  const lines = new Map<number, RecognisedWord[]>();
  for (const word of words) {
    const line = lines.get(word.line);
    if (line === undefined) lines.set(word.line, [word]);
    else line.push(word);
  }
  return [...lines.values()].flatMap(stripsOfLine).filter(({ words: held }) => held.some(isWorthIt));
}

function isWorthIt(word: RecognisedWord): boolean {
  const { text, confidence } = word;
  return confidence >= DIRT && (confidence < CERTAIN || /\d/.test(text) || isMoneyCode(word));
}

function stripsOfLine(line: readonly RecognisedWord[]): Strip[] {
  const groups: RecognisedWord[][] = [];
  for (const word of line.toSorted((a, b) => a.box[0] - b.box[0])) {
    const group = groups.at(-1);
    const [first, last] = [group?.[0], group?.at(-1)];
    const height = word.box[3] - word.box[1];
    const near =
      first !== undefined &&
      last !== undefined &&
      word.box[0] - last.box[2] < COLUMN_GAP * Math.max(height, last.box[3] - last.box[1]) &&
      word.box[2] - first.box[0] < MAX_LENGTH * Math.max(height, last.box[3] - last.box[1]);
    if (near) group?.push(word);
    else groups.push([word]);
  }
  return groups.map((words) => ({ words, box: boxAround(words) }));
}

/** From the median top to the median bottom of words with letters, ignoring specks and dashes. */
function boxAround(words: readonly RecognisedWord[]): Band {
  const lettered = words.filter(({ text, confidence }) => confidence >= DIRT && /[\p{L}\p{N}]/u.test(text));
  const telling = lettered.length > 0 ? lettered : words;
  const b0 = median(telling.map(({ box }) => box[1]));
  const b1 = median(telling.map(({ box }) => box[3]));
  const margin = MARGIN * (b1 - b0) + 1;
  return {
    a0: Math.min(...words.map(({ box }) => box[0])) - 1.5 * margin,
    a1: Math.max(...words.map(({ box }) => box[2])) + 1.5 * margin,
    b0: b0 - margin,
    b1: b1 + margin,
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
