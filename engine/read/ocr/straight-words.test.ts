import { expect, test } from 'vitest';
import { straightWords } from './straight-words.ts';

const BAND = { a0: 100, b0: 50, a1: 900, b1: 150 };
const word = (text: string, x0: number, x1: number, y0 = 10, y1 = 30, confidence = 0.9) => ({
  text,
  box: [x0, y0, x1, y1] as const,
  confidence,
  line: 0,
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
