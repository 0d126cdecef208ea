import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

export interface Shortcut {
  /** Values of `KeyboardEvent.key` that fire it. */
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

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPING) !== null;
}

/** Ignores modifier combinations, which belong to the browser, and all keys while a dialog is open. */
export function handleShortcut(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.querySelector('dialog[open]')) return;
  const typing = isTyping(event.target);
  for (const set of [...shortcutSets.value].reverse()) {
    const hit = set.find(
      ({ keys, whileTyping, when }) =>
        keys.includes(event.key) && (!typing || whileTyping === true) && when?.(event) !== false,
    );
    if (!hit) continue;
    event.preventDefault();
    hit.run(event);
    return;
  }
}

/** Registers shortcuts while the component is mounted. Handlers may change between renders. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
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
