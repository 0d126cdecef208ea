import type { PageWords } from '#core/contract/result';
import { kindOf } from '#engine/validate/value-kind';
import { toWireValue, type ValueLocale } from '#engine/validate/wire-value';
import {
  findWord,
  linesOf,
  pickedWords,
  stepWord,
  type WordStep,
  wordsBetween,
} from '../../../web/src/pages/review/word-picking.ts';
import { compareAny, type ValueType } from '../../score/compare-value.ts';

type Words = PageWords['words'];

/** What the screen shows of the stop that is open. */
export interface OpenStop {
  /** `field:NAME`, `line:ROW:NAME` or `check:…`. */
  readonly key: string;
  /** Its value in wire form; null where it has none. */
  readonly value: string | null;
  /** The other values offered, in wire form. */
  readonly choices: readonly string[];
}

/** What the reviewer knows about the value of the stop. */
export type Answer =
  | { readonly kind: 'unlabelled' }
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'value';
      readonly type: ValueType;
      readonly accepted: readonly string[];
      readonly withoutSpaces: boolean;
    };

/** The page that word mode starts on. */
export interface PageInView {
  readonly words: Words;
  readonly locale: ValueLocale;
}

/** How a stop was settled, and the keys it took. */
export interface Settling {
  readonly how: 'accepted' | 'alternative' | 'picked' | 'typed' | 'absent' | 'check';
  readonly keys: readonly string[];
}

/** Keys that do something else at a stop than type themselves. */
const TAKEN = new Set([...'wxverlaztj', 'k', 'g', '?', '/', '+', '-', '0', '[', ']', ' ']);
const CHOICE_KEYS = 4;
/** Arrow keys that a person would still press to select words. */
const MAX_ARROWS = 8;
const ARROWS: readonly (readonly [WordStep, string])[] = [
  ['right', 'Shift+ArrowRight'],
  ['down', 'Shift+ArrowDown'],
  ['end', 'Shift+End'],
  ['left', 'Shift+ArrowLeft'],
];

/** The fewest keys that settle a stop as the answer wants it. */
export function chooseKeys(stop: OpenStop, answer: Answer, page: PageInView | null): Settling {
  if (stop.key.startsWith('check:')) return { how: 'check', keys: ['Enter'] };
  if (answer.kind === 'absent') return { how: 'absent', keys: ['x'] };
  // Nobody can tell: what was read is accepted, what was not found is not there.
  if (answer.kind === 'unlabelled') {
    return stop.value === null ? { how: 'absent', keys: ['x'] } : { how: 'accepted', keys: ['Enter'] };
  }
  const { type, accepted, withoutSpaces } = answer;
  const isRight = (value: string) => compareAny(type, value, accepted, { withoutSpaces }).right;
  if (stop.value !== null && isRight(stop.value)) return { how: 'accepted', keys: ['Enter'] };
  const choice = stop.choices.slice(0, CHOICE_KEYS).findIndex(isRight);
  if (choice >= 0) return { how: 'alternative', keys: [String(choice + 1)] };
  const typed = typing(accepted[0] ?? '', stop.choices.length);
  const picked = page === null ? null : picking(stop, page, isRight, typed.length);
  return picked === null ? { how: 'typed', keys: typed } : { how: 'picked', keys: picked };
}

function typing(value: string, choices: number): readonly string[] {
  const letters = [...value];
  const [first = ''] = letters;
  const isTaken = TAKEN.has(first) || (/[1-4]/.test(first) && Number(first) <= choices);
  return [...(isTaken ? ['Backspace'] : []), ...letters, 'Enter'];
}

/** Word mode: the first letters of the first word, arrows to the last one. Null where it takes `limit` keys or more. */
function picking(
  stop: OpenStop,
  { words, locale }: PageInView,
  isRight: (value: string) => boolean,
  limit: number,
): readonly string[] | null {
  const name = stop.key.split(':').at(-1) ?? '';
  const kind = kindOf({ name, isCell: stop.key.startsWith('line:'), current: stop.value ?? undefined });
  const lines = linesOf(words);
  let best: readonly string[] | null = null;
  for (const start of words.keys()) {
    const found = lettersTo(words, start);
    if (found === null || found.length + 2 >= (best?.length ?? limit)) continue;
    const arrows = arrowsFrom(words, lines, start, (text) => {
      const value = toWireValue(kind, text, locale);
      return value !== null && isRight(value);
    });
    if (arrows === null) continue;
    const keys = ['w', ...found, ...arrows, 'Enter'];
    if (keys.length < (best?.length ?? limit)) best = keys;
  }
  return best;
}

/** The letters that lead to a word of the page. */
function lettersTo(words: Words, to: number): readonly string[] | null {
  const letters = [...(words[to]?.text ?? '')].filter((letter) => /[\p{L}\p{N}]/u.test(letter));
  let head = 0;
  for (const at of letters.keys()) {
    const typed = letters.slice(0, at + 1);
    const found = findWord(words, typed.join(''), at === 0 ? 0 : head);
    if (found === null) return null;
    if (found === to) return typed;
    head = found;
  }
  return null;
}

/** The fewest arrow keys that select the right words, by breadth-first search. */
function arrowsFrom(
  words: Words,
  lines: ReturnType<typeof linesOf>,
  anchor: number,
  isRight: (text: string) => boolean,
): readonly string[] | null {
  let reached: readonly { readonly head: number; readonly keys: readonly string[] }[] = [{ head: anchor, keys: [] }];
  const seen = new Set([anchor]);
  for (let step = 0; step <= MAX_ARROWS; step++) {
    for (const { head, keys } of reached) {
      const picked = pickedWords(words, wordsBetween(words, anchor, head));
      if (picked !== null && isRight(picked.text)) return keys;
    }
    const further: { readonly head: number; readonly keys: readonly string[] }[] = [];
    for (const { head, keys } of reached) {
      for (const [arrow, key] of ARROWS) {
        const next = stepWord(words, lines, head, arrow);
        if (seen.has(next)) continue;
        seen.add(next);
        further.push({ head: next, keys: [...keys, key] });
      }
    }
    reached = further;
  }
  return null;
}
