import { expect, test } from 'vitest';
import { findLostLines } from './find-lost-lines.ts';
import type { Mark } from './find-marks.ts';
import type { RecognisedWord } from './recogniser.ts';

const SHAPE = { letterHeight: 10, slope: 0 };
const PAGE = { a0: 0, b0: 0, a1: 500, b1: 500 };

/** Letters eight pixels wide and two apart. */
const lettersAt = (x: number, y: number, count: number): Mark[] =>
  Array.from({ length: count }, (_, i) => ({ x0: x + 10 * i, y0: y, x1: x + 10 * i + 8, y1: y + 10 }));

const word = (text: string, box: RecognisedWord['box'], confidence = 0.9): RecognisedWord => ({
  text,
  box,
  confidence,
  line: 0,
});

const lost = (marks: readonly Mark[], words: readonly RecognisedWord[]) =>
  findLostLines(marks, SHAPE, [{ band: PAGE, words, hopeless: false }]);

test('letters that no word covers are a lost line, with white around', () => {
  const marks = [...lettersAt(20, 20, 5), ...lettersAt(20, 60, 5)];
  const [line, ...more] = lost(marks, [word('Total', [20, 20, 68, 30])]);
  expect(more).toEqual([]);
  expect(line?.b0).toBeLessThan(60);
  expect(line?.b1).toBeGreaterThan(70);
  expect(line?.a0).toBeLessThan(20);
});

test('nothing is lost where every letter was read', () => {
  expect(lost(lettersAt(20, 20, 5), [word('Total', [20, 20, 68, 30])])).toEqual([]);
});

test('a dash whose box spans a date has not read the date', () => {
  expect(lost(lettersAt(20, 20, 8), [word('-', [20, 20, 98, 30])])).toHaveLength(1);
});

test('what was read as dirt covers nothing', () => {
  expect(lost(lettersAt(20, 20, 5), [word('Total', [20, 20, 68, 30], 0.1)])).toHaveLength(1);
});

test('a lost word between two that were read is read alone', () => {
  const marks = [...lettersAt(20, 20, 4), ...lettersAt(120, 20, 4), ...lettersAt(220, 20, 4)];
  const words = [word('Name', [20, 20, 58, 30]), word('9.06', [220, 20, 258, 30])];
  const [line, ...more] = lost(marks, words);
  expect(more).toEqual([]);
  expect(line?.a0).toBeGreaterThan(58);
  expect(line?.a1).toBeLessThan(220);
});

test('a single spot is no line, and a page full of them is no text', () => {
  expect(lost(lettersAt(20, 20, 1), [])).toEqual([]);
  const noise = Array.from({ length: 20 }, (_, i) => lettersAt(20, 20 + 20 * i, 5)).flat();
  expect(lost(noise, [])).toEqual([]);
});
