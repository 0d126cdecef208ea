import { describe, expect, it } from 'vitest';
import { findPatterns } from './find-patterns.ts';
import { judgePattern } from './judge-pattern.ts';
import { openRepeats, relaxPattern } from './relax-pattern.ts';

describe('findPatterns', () => {
  it('finds literals wherever they stand, and nothing that only looks like one', () => {
    const text =
      'const a = 6 / 2 / 1; // /no+/\nconst b = [/x+/u, "/no/", y.replace(/z*/g, "")];\nconst c = <p>/no/</p>;';
    const { literals } = findPatterns('web/a.tsx', text);
    expect(literals.map(({ source, flags, place }) => `${source} ${flags} ${place}`)).toEqual([
      'x+ u web/a.tsx:2',
      'z* g web/a.tsx:2',
    ]);
  });

  it('tells patterns built on load from those built when a function runs', () => {
    const { built } = findPatterns('a.ts', 'const A = new RegExp(x);\nconst f = () => RegExp(x);');
    expect(built).toEqual([
      { path: 'a.ts', line: 1, onLoad: true },
      { path: 'a.ts', line: 2, onLoad: false },
    ]);
  });
});

describe('relaxing', () => {
  it('opens bounded repeats and leaves fixed ones', () => {
    expect(openRepeats('a{2}(?:b{1,3}c?){0,4}?(?=d{2,5})', '')).toBe('a{2}(?:b+c?)*?(?=d{2,})');
  });

  it('drops look-around and ends with a letter that no text has', () => {
    expect(relaxPattern('(?<!a)b+(?=c{1,2})$', '')).toBe('(?:(?:)b+(?:)\uE000)\uE001');
  });
});

describe('a list of words', () => {
  const words = Array.from({ length: 20 }, (_, at) => `x${String.fromCharCode(97 + at)}`);

  it('becomes one class per letter, but not where it holds a repeat', () => {
    const [first, second] = [
      '[\\u0078]',
      `[${words.map((word) => `\\u00${word.charCodeAt(1).toString(16)}`).join('')}]`,
    ];
    expect(relaxPattern(`(?:${words.join('|')})`, '')).toBe(`(?:(?:${first}${second}))\uE001`);
    expect(relaxPattern(`(?:${words.join('|')}|y+)`, '')).toContain('|y+');
  });

  it('does not hide a slow repeat around it', async () => {
    expect(await judgePattern({ source: `(?:(?:${words.join('|')})+)+!`, flags: '' })).toBe('exponential');
  });
});

describe('judgePattern', () => {
  it.each([
    ['linear', /^[a-z]+(?:-[a-z]+)*$/],
    ['linear', /(?<!\d)\d{2}\.\d{2}(?!\d)/],
    ['quadratic', /\s+$/],
    ['cubic or worse', /a.*b.*c$/],
    ['exponential', /^(?:a|aa)+$/],
  ])('calls it %s', async (growth, { source, flags }) => {
    expect(await judgePattern({ source, flags })).toBe(growth);
  });

  it('is not deceived by bounds that leave thousands of splits', async () => {
    const phone = /(?:\+|00)?\(?\d{1,5}\)?(?:[ ./-]{0,3}\(?\d{1,5}\)?){1,8}(?![\p{L}\p{N}]|[.,/]\d)/u;
    expect(await judgePattern(phone)).toBe('exponential');
    expect(await judgePattern(/^(?:\w{1,9}\s?){1,20}:/)).toBe('exponential');
  });
});
