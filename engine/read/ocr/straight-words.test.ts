import { expect, test } from 'vitest';
import { straightWords } from './straight-words.ts';

const BAND = { a0: 100, b0: 50, a1: 900, b1: 150 };
const word = (text: string, x0: number, x1: number, y0 = 10, y1 = 30, confidence = 0.9) => ({
  text,
  box: [x0, y0, x1, y1] as const,
  confidence,
  line: 0,
});

test('an amount that fell apart at its point is put together, the number of an item is not', () => {
  const texts = (words: Parameters<typeof straightWords>[0]) => straightWords(words, BAND).map(({ text }) => text);
  expect(texts([word('TOTAL', 0, 80), word('RM20.', 200, 260), word('40', 272, 300)])).toEqual(['TOTAL', 'RM20.40']);
  expect(texts([word('1.', 0, 15), word('20', 25, 50), word('bags', 60, 100)])).toEqual(['1.', '20', 'bags']);
  expect(texts([word('sum', 0, 40), word('20.', 50, 80), word('40', 180, 210)])).toEqual(['sum', '20.', '40']);
});

test('words of a line stand between its common top and bottom, in the frame of the page', () => {
  const words = straightWords([word('Net', 0, 40), word('-', 50, 60, 19, 21), word('100', 70, 110, 11, 31)], BAND);
  expect(words.map(({ box }) => box)).toEqual([
    [100, 61, 140, 81],
    [150, 61, 160, 81],
    [170, 61, 210, 81],
  ]);
});

test('marks that are neither letters nor sure are dirt', () => {
  const words = [word('~', 0, 10, 10, 30, 0.3), word('A', 20, 30, 10, 30, 0.3), word('-', 40, 50, 10, 30, 0.8)];
  expect(straightWords(words, BAND).map(({ text }) => text)).toEqual(['A', '-']);
});

test('a line of a machine-readable zone is kept however unsure the recogniser is of it', () => {
  const zone = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<';
  expect(straightWords([word(zone, 0, 400, 10, 30, 0.05)], BAND).map(({ text }) => text)).toEqual([zone]);
  expect(straightWords([word('smudge', 0, 60, 10, 30, 0.05)], BAND)).toEqual([]);
});
