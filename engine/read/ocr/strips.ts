import type { Band } from './bands.ts';
import type { RecognisedWord } from './recogniser.ts';

/** Words that stand together on one line, and the part of the page that shows them. */
export interface Strip {
  readonly words: readonly RecognisedWord[];
  /** In the frame of the words. */
  readonly box: Band;
}

/** A wider gap, in heights of the line, is a gap between columns. */
const COLUMN_GAP = 1.5;
/** A strip of so many heights is read in some 60 ms on one quiet core. */
const MAX_LENGTH = 16;
/** White around the letters, in heights of the line: the reader was trained on lines cut that close. */
const MARGIN = 0.15;
/** Less certain than this, nothing is there. */
const DIRT = 0.1;
/** Words without digits of this certainty are right as they are. */
const CERTAIN = 0.9;

/** `(RM)`, `[EUR]`, `RM`: the code of the money, which nothing else on a till's slip says. */
const MONEY_CODE = /^(?:[([](?:\p{Lu}{3}|RM)[)\]]|RM)[:.]?$/u;

export function isMoneyCode({ text }: RecognisedWord): boolean {
  return MONEY_CODE.test(text);
}

/** What is worth a second reading: everything with digits or a code of money and everything that is not certain. */
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

/** From the median top to the median bottom of what has letters: specks and dashes do not tell. */
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
