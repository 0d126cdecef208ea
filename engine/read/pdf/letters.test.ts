import { describe, expect, it } from 'vitest';
import { isUnmapped, lettersOf } from './letters.ts';

const code = (character: string) => character.codePointAt(0) ?? 0;

describe('lettersOf', () => {
  it('writes ligatures out and leaves superscripts and fractions', () => {
    expect([...'ﬁﬀﬄ²½'].map((character) => lettersOf(code(character)))).toEqual(['fi', 'ff', 'ffl', '²', '½']);
  });

  it('makes every space a plain one', () => {
    expect(['\u00a0', '\u2009', '\t', '\n'].map((character) => lettersOf(code(character)))).toEqual([
      ' ',
      ' ',
      ' ',
      ' ',
    ]);
  });

  it('drops what is not seen and keeps hyphens that are', () => {
    expect(['\0', '\u200b', '\u202e', '\ufeff', '\u0007', '\ue001'].map((c) => lettersOf(code(c))).join('')).toBe('');
    expect([lettersOf(0xad), lettersOf(0x02)]).toEqual(['-', '-']);
  });

  it('knows a glyph without a meaning', () => {
    expect([0, 0x05, 0xfffd, 0xe123, 0xffff].map(isUnmapped)).toEqual([true, true, true, true, true]);
    expect([0x41, 0x20ac, 0x0a].map(isUnmapped)).toEqual([false, false, false]);
  });
});
