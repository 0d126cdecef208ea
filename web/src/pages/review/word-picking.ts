import type { PageWords } from '#core/contract/result';
import type { Box } from '#core/domain/result';

type Word = PageWords['words'][number];

/** Words that stand on one line, from left to right, as positions in the list of words. */
type Line = readonly number[];

const middle = ({ box }: Word): number => (box[1] + box[3]) / 2;
const left = ({ box }: Word): number => box[0];

/** The lines of a page from top to bottom: a word belongs to a line when its middle lies within the line's first word. */
export function linesOf(words: readonly Word[]): readonly Line[] {
  const order = words.map((_, at) => at).toSorted((a, b) => middle(at(words, a)) - middle(at(words, b)));
  const lines: number[][] = [];
  for (const each of order) {
    const line = lines.at(-1);
    const [, top, , bottom] = line === undefined ? [0, 0, 0, 0] : at(words, line[0] ?? 0).box;
    const here = middle(at(words, each));
    if (line !== undefined && here >= top && here <= bottom) line.push(each);
    else lines.push([each]);
  }
  return lines.map((line) => line.toSorted((a, b) => left(at(words, a)) - left(at(words, b))));
}

const NOWHERE: Word = { text: '', box: [0, 0, 0, 0] };
const at = (words: readonly Word[], position: number): Word => words[position] ?? NOWHERE;

export type WordStep = 'left' | 'right' | 'up' | 'down' | 'start' | 'end';

/** The word that an arrow key leads to: along the line and on to the next one, or to the nearest word above or below. */
export function stepWord(words: readonly Word[], lines: readonly Line[], from: number, step: WordStep): number {
  const row = lines.findIndex((line) => line.includes(from));
  const line = lines[row];
  if (line === undefined) return lines[0]?.[0] ?? from;
  const place = line.indexOf(from);
  switch (step) {
    case 'start':
      return line[0] ?? from;
    case 'end':
      return line.at(-1) ?? from;
    case 'left':
      return line[place - 1] ?? lines[row - 1]?.at(-1) ?? from;
    case 'right':
      return line[place + 1] ?? lines[row + 1]?.[0] ?? from;
    case 'up':
    case 'down': {
      const beside = lines[row + (step === 'down' ? 1 : -1)];
      if (beside === undefined) return from;
      const [x0, , x1] = at(words, from).box;
      const distance = (each: number) =>
        Math.abs((at(words, each).box[0] + at(words, each).box[2]) / 2 - (x0 + x1) / 2);
      return beside.toSorted((a, b) => distance(a) - distance(b))[0] ?? from;
    }
  }
}

/** The smallest box around all boxes; null for none. */
function boxAround(boxes: readonly Box[]): [number, number, number, number] | null {
  if (boxes.length === 0) return null;
  const edge = (index: 0 | 1 | 2 | 3, pick: (...values: number[]) => number) => pick(...boxes.map((box) => box[index]));
  return [edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)];
}

/** The words whose middle lies in the box, in the order in which the page is read. */
export function wordsIn(words: readonly Word[], [x0, y0, x1, y1]: Box): readonly number[] {
  return words.flatMap((word, position) => {
    const x = (word.box[0] + word.box[2]) / 2;
    const y = middle(word);
    return x >= x0 && x <= x1 && y >= y0 && y <= y1 ? [position] : [];
  });
}

/** The words between two words: those in the rectangle that both span. */
export function wordsBetween(words: readonly Word[], anchor: number, head: number): readonly number[] {
  const box = boxAround([at(words, anchor).box, at(words, head).box]);
  return box === null ? [] : wordsIn(words, box);
}

/** The word under a point, or the nearest one closer than the height of a line. */
export function wordAt(words: readonly Word[], x: number, y: number): number | null {
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [position, { box }] of words.entries()) {
    const [x0, y0, x1, y1] = box;
    const away = Math.hypot(Math.max(x0 - x, 0, x - x1), Math.max(y0 - y, 0, y - y1));
    if (away < least && away <= (y1 - y0) / 2) [best, least] = [position, away];
  }
  return best;
}

export interface PickedWords {
  readonly text: string;
  readonly box: [number, number, number, number];
}

/** The text and the place of the words; lines are kept apart by spaces. Null for none. */
export function pickedWords(words: readonly Word[], positions: readonly number[]): PickedWords | null {
  const chosen = positions.map((position) => at(words, position));
  const box = boxAround(chosen.map((word) => word.box));
  return box === null ? null : { text: chosen.map(({ text }) => text).join(' '), box };
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** The first word from `from` on that starts with what was typed, else one that contains it; punctuation does not count. */
export function findWord(words: readonly Word[], typed: string, from: number): number | null {
  const wanted = plain(typed);
  if (wanted === '') return null;
  const order = words.map((_, position) => (from + position) % words.length);
  const hit = (test: (text: string) => boolean) => order.find((position) => test(plain(at(words, position).text)));
  return hit((text) => text.startsWith(wanted)) ?? hit((text) => text.includes(wanted)) ?? null;
}
