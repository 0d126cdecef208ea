import { describe, expect, it } from 'vitest';
import { findWord, linesOf, pickedWords, stepWord, wordAt, wordsBetween, wordsIn } from './word-picking.ts';

/** Two columns over three lines; the words of a line are given from left to right. */
const word = (text: string, x: number, y: number, width = 40) => ({
  text,
  box: [x, y, x + width, y + 10] as [number, number, number, number],
});
const WORDS = [
  word('Invoice', 20, 20),
  word('R-1042', 80, 21),
  word('Net', 20, 40),
  word('100.00', 300, 39),
  word('Total', 20, 60),
  word('EUR', 250, 60),
  word('119.00', 300, 61),
];
const LINES = linesOf(WORDS);

describe('moving over the words of a page', () => {
  it('words whose middles share a height are one line, from left to right', () =>
    expect(LINES).toEqual([
      [0, 1],
      [2, 3],
      [4, 5, 6],
    ]));

  it('right runs on into the next line, left back; up and down keep the column', () => {
    expect(stepWord(WORDS, LINES, 1, 'right')).toBe(2);
    expect(stepWord(WORDS, LINES, 2, 'left')).toBe(1);
    expect(stepWord(WORDS, LINES, 6, 'up')).toBe(3);
    expect(stepWord(WORDS, LINES, 3, 'down')).toBe(6);
    expect(stepWord(WORDS, LINES, 5, 'start')).toBe(4);
    expect(stepWord(WORDS, LINES, 4, 'end')).toBe(6);
  });

  it('the edges of the page hold', () => {
    expect(stepWord(WORDS, LINES, 0, 'left')).toBe(0);
    expect(stepWord(WORDS, LINES, 0, 'up')).toBe(0);
    expect(stepWord(WORDS, LINES, 6, 'right')).toBe(6);
    expect(stepWord([], [], 0, 'down')).toBe(0);
  });

  it('typing digits jumps to the word that begins with them, whatever stands between', () => {
    expect(findWord(WORDS, '119', 0)).toBe(6);
    expect(findWord(WORDS, '10000', 0)).toBe(3);
    expect(findWord(WORDS, 'r1042', 0)).toBe(1);
    expect(findWord(WORDS, '042', 0)).toBe(1);
    expect(findWord(WORDS, 'nothing', 0)).toBe(null);
    expect(findWord(WORDS, '1', 4)).toBe(6);
  });
});

describe('picking words', () => {
  it('a range is what lies in the rectangle of both ends, not what is read between them', () => {
    expect(wordsBetween(WORDS, 3, 6)).toEqual([3, 6]);
    expect(wordsBetween(WORDS, 6, 5)).toEqual([5, 6]);
    expect(wordsBetween(WORDS, 2, 2)).toEqual([2]);
  });

  it('the value is the text in reading order with the box around it', () =>
    expect(pickedWords(WORDS, wordsIn(WORDS, [240, 55, 345, 75]))).toEqual({
      text: 'EUR 119.00',
      box: [250, 60, 340, 71],
    }));

  it('a click beside a word takes it, one far away takes none', () => {
    expect(wordAt(WORDS, 90, 25)).toBe(1);
    expect(wordAt(WORDS, 90, 34)).toBe(1);
    expect(wordAt(WORDS, 500, 500)).toBe(null);
    expect(pickedWords(WORDS, [])).toBe(null);
  });
});
