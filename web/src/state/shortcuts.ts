import { signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { CHARACTER, chordsOf, EVERY_CHARACTER, typesCharacter } from './key-chords.ts';
import { onApple } from './platform.ts';

export interface Shortcut {
  /** Names of keys that fire it (see `chordsOf`), two keys one after the other (`g r`), `CHARACTER` or `EVERY_CHARACTER`. */
  readonly keys: readonly string[];
  readonly label: string;
  readonly run: (event: KeyboardEvent) => void;
  /** Also while typing in an input; only for keys that type nothing, like Escape. */
  readonly whileTyping?: boolean;
  /** When it returns false, the key keeps its default behaviour, such as scrolling. */
  readonly when?: (event: KeyboardEvent) => boolean;
}

/** The registered shortcuts, newest last; the help dialog lists exactly these. */
export const shortcutSets = signal<readonly (readonly Shortcut[])[]>([]);

const TYPING = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]';
/** The second key of two follows the first within this time. */
const SEQUENCE_MS = 1_500;

let first: { readonly key: string; readonly at: number } | null = null;

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPING) !== null;
}

/** Ignores combinations that belong to the browser, and all keys while a dialog is open. */
export function handleShortcut(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  if (document.querySelector('dialog[open]')) return;
  const typing = isTyping(event.target);
  const before = first !== null && event.timeStamp - first.at < SEQUENCE_MS ? first.key : null;
  first = null;
  const chords = chordsOf(event, onApple);
  const names = [...(before === null ? [] : [`${before} ${event.key}`]), ...chords];
  const types = typesCharacter(event);
  if (types) names.push(CHARACTER);
  const sets = [...shortcutSets.peek()].reverse();
  for (const name of names) {
    for (const set of sets) {
      const hit = set.find(
        ({ keys, whileTyping, when }) =>
          (keys.includes(name) || (types && keys.includes(EVERY_CHARACTER))) &&
          (!typing || whileTyping === true) &&
          when?.(event) !== false,
      );
      if (!hit) continue;
      event.preventDefault();
      hit.run(event);
      return;
    }
    if (name !== CHARACTER && !typing && sets.some((set) => startsSequence(set, name))) {
      first = { key: name, at: event.timeStamp };
      event.preventDefault();
      return;
    }
  }
}

function startsSequence(set: readonly Shortcut[], key: string): boolean {
  return set.some(({ keys }) => keys.some((each) => each.startsWith(`${key} `)));
}

/** Registers shortcuts while the component is mounted. Handlers may change between renders. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  // Before the next key press can arrive, whatever mode it opens or closes.
  useLayoutEffect(() => {
    const stable = latest.current.map((shortcut, position) => ({
      ...shortcut,
      run: (event: KeyboardEvent) => latest.current[position]?.run(event),
      when: (event: KeyboardEvent) => latest.current[position]?.when?.(event) !== false,
    }));
    shortcutSets.value = [...shortcutSets.peek(), stable];
    return () => {
      shortcutSets.value = shortcutSets.peek().filter((set) => set !== stable);
    };
  }, []);
}
