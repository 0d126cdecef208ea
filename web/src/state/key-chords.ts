/** The part of a keyboard event that decides which shortcut it fires. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Stands for any key that types a character and fires nothing else. */
export const CHARACTER = 'Character';
/** The same, but before the shortcuts that were registered earlier: for places where every character is input. */
export const EVERY_CHARACTER = 'EveryCharacter';

/**
 * The names under which shortcuts may list a key press, the most exact one first: `Mod+Enter` (⌘ on Apple, Ctrl elsewhere),
 * `Alt+ArrowDown`, `Shift+Tab`, or the plain `KeyboardEvent.key`. Empty for combinations that belong to the browser.
 */
export function chordsOf(press: KeyPress, apple: boolean): readonly string[] {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = press;
  const [mod, foreign] = apple ? [metaKey, ctrlKey] : [ctrlKey, metaKey];
  if (foreign || (mod && altKey)) return [];
  const named = key.length > 1;
  if (mod) return [`Mod+${shiftKey && named ? 'Shift+' : ''}${named ? key : key.toLowerCase()}`];
  // With Alt (Option) pressed, letters type other characters: the key itself counts.
  if (altKey) return [`Alt+${/^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : key}`];
  return shiftKey && named ? [`Shift+${key}`, key] : [key];
}

/** Whether the key press types a character. */
export function typesCharacter({ key, ctrlKey, metaKey, altKey }: KeyPress): boolean {
  return [...key].length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
}

const NAMES: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
  [CHARACTER]: 'a–z 0–9',
  [EVERY_CHARACTER]: 'a–z 0–9',
};

/** How a key is written on this platform: `Mod+Enter` → `⌘ Enter` or `Ctrl Enter`; `g r` stays as it is. */
export function keyLabel(keys: string, apple: boolean): string {
  const parts = keys.split('+');
  if (keys === '+' || parts.length === 1) return plainLabel(keys);
  const modifiers: Readonly<Record<string, string>> = apple
    ? { Mod: '⌘', Alt: '⌥', Shift: '⇧' }
    : { Mod: 'Ctrl', Alt: 'Alt', Shift: 'Shift' };
  const written = parts.map((part) => modifiers[part] ?? plainLabel(part, true));
  return written.join(apple ? '' : ' ');
}

function plainLabel(key: string, combined = false): string {
  if (combined && key.length === 1) return key.toUpperCase();
  return NAMES[key] ?? (/^[A-Z]$/.test(key) ? `Shift ${key}` : key);
}
