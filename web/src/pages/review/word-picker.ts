import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { PageWords } from '#core/contract/result';
import type { Box } from '#core/domain/result';
import type { NewValue } from './corrections.ts';
import type { CropPlace } from './crop.ts';
import type { PreparedDocument } from './prepared-document.ts';
import {
  findWord,
  linesOf,
  pickedWords,
  stepWord,
  type WordStep,
  wordAt,
  wordsBetween,
  wordsIn,
} from './word-picking.ts';

type Words = PageWords['words'];

/** Words of further pages are loaded one page after the other. */
const MAX_PAGES_SOUGHT = 30;

interface Cursor {
  readonly page: number;
  readonly words: Words;
  readonly anchor: number;
  readonly head: number;
  /** What was typed to find a word. */
  readonly typed: string;
}

export interface Selection {
  readonly page: number;
  readonly boxes: readonly Box[];
  readonly text: string;
  readonly box: [number, number, number, number];
}

/** Picks words of the page: with the mouse, or by keyboard in word mode. */
export interface WordPicker {
  /** The keyboard's place; null outside of word mode. */
  readonly cursor: Signal<Cursor | null>;
  /** Word mode is on, though the words may still be loading; keys pressed meanwhile are made up for. */
  readonly on: ReadonlySignal<boolean>;
  readonly selection: ReadonlySignal<Selection | null>;
  readonly drag: (page: number, words: Words, from: readonly [number, number], to: readonly [number, number]) => void;
  /** Ends a drag. The value of the words; null when there were none. */
  readonly drop: () => NewValue | null;
  /** Starts word mode near a place. False when the page has no words. */
  readonly start: (near: CropPlace) => Promise<boolean>;
  readonly move: (step: WordStep, extend: boolean) => void;
  readonly type: (character: string) => void;
  readonly erase: () => void;
  readonly turn: (by: 1 | -1) => Promise<void>;
  /** Ends word mode with the selected words. */
  readonly take: (then: (value: NewValue) => void) => void;
  readonly stop: () => void;
}

export function createWordPicker(
  prepared: Pick<PreparedDocument, 'words' | 'result'>,
  reveal: (place: CropPlace) => void,
): WordPicker {
  const cursor = signal<Cursor | null>(null);
  const dragged = signal<{
    readonly page: number;
    readonly words: Words;
    readonly positions: readonly number[];
  } | null>(null);
  const loading = signal<readonly (() => void)[] | null>(null);
  /** Runs at once, or as soon as the words are there. */
  const whenLoaded = (step: () => void) => {
    const waiting = loading.peek();
    if (waiting === null) step();
    else loading.value = [...waiting, step];
  };
  const load = async (open_: Promise<boolean>): Promise<boolean> => {
    loading.value = [];
    try {
      return await open_;
    } finally {
      const waiting: readonly (() => void)[] = loading.peek() ?? [];
      loading.value = null;
      if (cursor.peek() !== null) for (const step of waiting) step();
    }
  };
  const chosen = computed(() => {
    if (dragged.value !== null) return dragged.value;
    const here = cursor.value;
    return here && { ...here, positions: wordsBetween(here.words, here.anchor, here.head) };
  });
  const selection = computed((): Selection | null => {
    const now = chosen.value;
    const picked = now && pickedWords(now.words, now.positions);
    if (!now || !picked) return null;
    return {
      page: now.page,
      boxes: now.positions.flatMap((each) => {
        const box = now.words[each]?.box;
        return box ? [box] : [];
      }),
      ...picked,
    };
  });
  const place = (next: Cursor) => {
    cursor.value = next;
    const box = next.words[next.head]?.box;
    if (box) reveal({ page: next.page, box });
  };
  const valueOfSelection = (): NewValue | null => {
    const now = selection.peek();
    return now && { value: now.text, page: now.page, box: now.box };
  };
  const open = async (page: number, near: Box | null): Promise<boolean> => {
    const { words } = await prepared.words(page);
    if (words.length === 0) return false;
    const [x, y] = near === null ? [0, 0] : [near[0], (near[1] + near[3]) / 2];
    const head = wordAt(words, x, y) ?? nearest(words, x, y);
    place({ page, words, anchor: head, head, typed: '' });
    return true;
  };
  /** Looks on the pages after this one, and around to those before it. */
  const findElsewhere = async (here: Cursor, typed: string): Promise<boolean> => {
    const { pages } = prepared.result;
    const at = pages.findIndex(({ page }) => page === here.page);
    const others = [...pages.slice(at + 1), ...pages.slice(0, at)].slice(0, MAX_PAGES_SOUGHT);
    for (const { page } of others) {
      const { words } = await prepared.words(page);
      const found = findWord(words, typed, 0);
      if (found === null) continue;
      place({ page, words, head: found, anchor: found, typed });
      return true;
    }
    // A letter that leads nowhere is not kept: the next one goes on from what was found.
    return false;
  };
  return {
    cursor,
    on: computed(() => cursor.value !== null || loading.value !== null),
    selection,
    drag: (page, words, from, to) => {
      const box: Box = [
        Math.min(from[0], to[0]),
        Math.min(from[1], to[1]),
        Math.max(from[0], to[0]),
        Math.max(from[1], to[1]),
      ];
      const ends = [from, to].flatMap(([x, y]) => wordAt(words, x, y) ?? []);
      const [first, last] = ends;
      const between = first === undefined || last === undefined ? ends : wordsBetween(words, first, last);
      const positions = [...new Set([...between, ...wordsIn(words, box)])].toSorted((a, b) => a - b);
      dragged.value = { page, words, positions };
    },
    drop: () => {
      const value = dragged.peek() && valueOfSelection();
      dragged.value = null;
      return value;
    },
    start: ({ page, box }) => load(open(page, box)),
    move: (step, extend) =>
      whenLoaded(() => {
        const here = cursor.peek();
        if (!here) return;
        const head = stepWord(here.words, linesOf(here.words), here.head, step);
        place({ ...here, head, anchor: extend ? here.anchor : head, typed: '' });
      }),
    type: (character) =>
      whenLoaded(() => {
        const here = cursor.peek();
        if (!here) return;
        const typed = here.typed + character;
        const found = findWord(here.words, typed, here.typed === '' ? 0 : here.head);
        if (found !== null) place({ ...here, head: found, anchor: found, typed });
        else void load(findElsewhere(here, typed));
      }),
    erase: () => {
      const here = cursor.peek();
      if (here) cursor.value = { ...here, typed: here.typed.slice(0, -1) };
    },
    turn: async (by) => {
      const here = cursor.peek();
      const pages = prepared.result.pages;
      const at = pages.findIndex(({ page }) => page === here?.page);
      const to = pages[at + by];
      if (here && to) await load(open(to.page, null));
    },
    take: (then) =>
      whenLoaded(() => {
        const value = valueOfSelection();
        cursor.value = null;
        if (value) then(value);
      }),
    stop: () => {
      cursor.value = null;
    },
  };
}

function nearest(words: Words, x: number, y: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [at, { box }] of words.entries()) {
    // Lines count more than columns.
    const away = Math.hypot(box[0] - x, 3 * ((box[1] + box[3]) / 2 - y));
    if (away < least) [best, least] = [at, away];
  }
  return best;
}
