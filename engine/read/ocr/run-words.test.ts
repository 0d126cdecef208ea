import { expect, test } from 'vitest';
import { wordsOfLetters } from './run-words.ts';

const STEP = 10;

/** Letters one step apart; `|` is a gap of two steps in the ink that the reader does not report as a space. */
function wordsOf(text: string) {
  const letters: { text: string; certainty: number; place: number }[] = [];
  const ends: number[][] = [];
  let at = 0;
  for (const sign of text) {
    if (sign !== '|' && sign !== ' ') {
      const last = ends.at(-1);
      if (last === undefined || at - (last[1] ?? 0) > STEP) ends.push([at, at + STEP]);
      else last[1] = at + STEP;
    }
    if (sign !== '|') letters.push({ text: sign, certainty: 0.9, place: at + STEP / 2 });
    at += sign === '|' ? 2 * STEP : STEP;
  }
  const box = { a0: 0, a1: at, b0: 0, b1: 20 };
  const words = ends.map(([a0 = 0, a1 = 0]) => ({ ...box, a0, a1 }));
  const placed = letters.map((letter) => ({ ...letter, place: letter.place / at }));
  return wordsOfLetters(placed, { box, words }, box);
}

test('words end where the reader saw a space and where the ink has a gap', () => {
  expect(wordsOf('6/10/2019 13:59').map(({ text }) => text)).toEqual(['6/10/2019', '13:59']);
  expect(wordsOf('Sub|Total').map(({ text }) => text)).toEqual(['Sub', 'Total']);
});

test('a gap around the sign of a number or a date parts it not, one between digits only where it is wide', () => {
  expect(wordsOf('Tea|12|.|50').map(({ text }) => text)).toEqual(['Tea', '12.50']);
  expect(wordsOf('on|06|-|09|-|2016').map(({ text }) => text)).toEqual(['on', '06-09-2016']);
  expect(wordsOf('2|50').map(({ text }) => text)).toEqual(['2', '50']);
});

test('each word has its place along the run and the certainty of all its letters', () => {
  const [first, second, ...more] = wordsOf('ab|cd');
  expect(more).toEqual([]);
  expect([first?.part.a0, first?.part.a1]).toEqual([0, 20]);
  expect([second?.part.a0, second?.part.a1]).toEqual([40, 60]);
  expect(second?.certainty).toBeCloseTo(0.81);
});

test('a reader that saw nothing leaves no words', () => {
  expect(wordsOf('')).toEqual([]);
});
