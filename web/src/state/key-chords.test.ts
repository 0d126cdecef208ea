import { describe, expect, it } from 'vitest';
import { chordsOf, type KeyPress, keyLabel, typesCharacter } from './key-chords.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('the names of a key press', () => {
  it('Mod is Ctrl, and ⌘ on Apple; the other one belongs to the browser', () => {
    expect(chordsOf(press('Enter', { ctrlKey: true }), false)).toEqual(['Mod+Enter']);
    expect(chordsOf(press('Enter', { metaKey: true }), true)).toEqual(['Mod+Enter']);
    expect(chordsOf(press('Z', { metaKey: true, shiftKey: true }), true)).toEqual(['Mod+z']);
    expect(chordsOf(press('Enter', { metaKey: true }), false)).toEqual([]);
    expect(chordsOf(press('k', { ctrlKey: true }), true)).toEqual([]);
  });

  it('Shift is part of the name of a named key, and already in a character', () => {
    expect(chordsOf(press('Tab', { shiftKey: true }), false)).toEqual(['Shift+Tab', 'Tab']);
    expect(chordsOf(press('J', { shiftKey: true }), false)).toEqual(['J']);
  });

  it('Alt goes by the key, because it changes the character on some keyboards', () => {
    expect(chordsOf(press('ß', { altKey: true, code: 'KeyS' }), true)).toEqual(['Alt+s']);
    expect(chordsOf(press('ArrowDown', { altKey: true }), false)).toEqual(['Alt+ArrowDown']);
    expect(chordsOf(press('@', { altKey: true, ctrlKey: true }), false)).toEqual([]);
  });

  it('only keys without modifiers type, and the space bar scrolls', () => {
    expect(typesCharacter(press('7'))).toBe(true);
    expect(typesCharacter(press('É', { shiftKey: true }))).toBe(true);
    expect(typesCharacter(press('c', { ctrlKey: true }))).toBe(false);
    expect(typesCharacter(press('F2'))).toBe(false);
    expect(typesCharacter(press(' '))).toBe(false);
  });
});

describe('the label of a key', () => {
  it.each([
    ['Mod+Enter', true, '⌘Enter'],
    ['Mod+Enter', false, 'Ctrl Enter'],
    ['Mod+z', false, 'Ctrl Z'],
    ['Shift+Tab', false, 'Shift Tab'],
    ['Alt+ArrowDown', true, '⌥↓'],
    ['J', false, 'Shift J'],
    ['ArrowLeft', false, '←'],
    ['+', false, '+'],
    ['g r', false, 'g r'],
  ])('%s, on Apple %s: %s', (keys, apple, label) => expect(keyLabel(keys, apple)).toBe(label));
});
