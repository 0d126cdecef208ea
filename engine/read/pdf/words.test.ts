import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Glyph } from './glyph.ts';
import { wordsFromGlyphs } from './words.ts';

const SIZE = 10;

/** Upright glyphs of half an em, side by side from `x`; spaces take up width too. */
function run(text: string, x: number, baseline: number, over: Partial<Glyph> = {}): Glyph[] {
  return [...text].map((letter, index) => {
    const left = x + index * SIZE * 0.5;
    return {
      text: letter,
      box: [left, baseline - 8, left + SIZE * 0.5, baseline + 2],
      direction: [1, 0],
      origin: [left, baseline],
      size: SIZE,
      bold: false,
      ...over,
    };
  });
}

const texts = (glyphs: readonly Glyph[]) => wordsFromGlyphs(glyphs).map((word) => word.text);

describe('wordsFromGlyphs', () => {
  it('parts words at spaces and gives each the box of its letters', () => {
    const words = wordsFromGlyphs(run('net 12', 100, 50));
    expect(words.map(({ text, box }) => [text, ...box])).toEqual([
      ['net', 100, 42, 115, 52],
      ['12', 120, 42, 130, 52],
    ]);
  });

  it('joins a word that the file writes in several runs', () => {
    expect(texts([...run('Invo', 0, 50), ...run('ice', 20.4, 50)])).toEqual(['Invoice']);
  });

  it('parts words by a gap alone where the file has no space', () => {
    expect(texts([...run('Total', 0, 50), ...run('99', 28, 50)])).toEqual(['Total', '99']);
  });

  it('never joins two lines or two columns', () => {
    expect(texts([...run('one', 0, 50), ...run('two', 15, 62)])).toEqual(['one', 'two']);
    expect(texts([...run('left', 0, 50), ...run('right', 300, 50)])).toEqual(['left', 'right']);
  });

  it('keeps a superscript with its word and a jump back apart from it', () => {
    expect(texts([...run('m', 0, 50), ...run('²', 5, 47, { size: 6 })])).toEqual(['m²']);
    expect(texts([...run('2024', 100, 50), ...run('No', 60, 50)])).toEqual(['2024', 'No']);
  });

  it('spells right-to-left words in reading order', () => {
    const asSeen = run('םולש', 0, 50);
    expect(texts(asSeen)).toEqual(['שלום']);
    expect(texts(asSeen.toReversed())).toEqual(['שלום']);
  });

  it('calls a word bold when most of its letters are', () => {
    const [word] = wordsFromGlyphs([...run('Tot', 0, 50, { bold: true }), ...run('al', 15, 50)]);
    expect(word?.bold).toBe(true);
  });

  /** Upright glyphs of half an em with `spacing` em after each; spaces are omitted if `silent`. */
  function spaced(text: string, spacing: number, jitter: readonly number[] = [0], silent = false): Glyph[] {
    let left = 0;
    return [...text].flatMap((letter, index) => {
      const [glyph] = run(letter, left, 50);
      left += SIZE * (0.5 + spacing + (jitter[index % jitter.length] ?? 0));
      return glyph === undefined || (silent && letter === ' ') ? [] : [glyph];
    });
  }

  it('keeps letter-spaced words together, with and without spaces in the file', () => {
    expect(texts(spaced('AMOUNT DUE', 0.25))).toEqual(['AMOUNT', 'DUE']);
    expect(texts(spaced('AMOUNT DUE', 0.25, [0], true))).toEqual(['AMOUNT', 'DUE']);
    expect(texts(spaced('Rechnung 20418', 0.16, [0, 0.05, -0.04]))).toEqual(['Rechnung', '20418']);
  });

  it('does not join single signs that stand in columns', () => {
    expect(texts(spaced('1234', 0.9))).toEqual(['1', '2', '3', '4']);
    expect(texts([...run('A', 0, 50), ...run('B', 8, 50), ...run('C', 16, 50)])).toEqual(['A', 'B', 'C']);
  });

  it('keeps every letter once, in order, and every box around its letters', () => {
    const line = fc.array(fc.stringMatching(/^[A-Za-z0-9.,]{1,8}$/), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(line, fc.double({ min: 0, max: 500, noNaN: true }), (parts, x) => {
        const glyphs = run(parts.join(' '), x, 100);
        const words = wordsFromGlyphs(glyphs);
        expect(words.map((word) => word.text)).toEqual(parts);
        const left = Math.min(...glyphs.map((glyph) => glyph.box[0]));
        const right = Math.max(...glyphs.map((glyph) => glyph.box[2]));
        for (const { box } of words) {
          expect(box[0]).toBeGreaterThanOrEqual(left - 0.01);
          expect(box[2]).toBeLessThanOrEqual(right + 0.01);
          expect(box[2]).toBeGreaterThan(box[0]);
        }
      }),
    );
  });
});
