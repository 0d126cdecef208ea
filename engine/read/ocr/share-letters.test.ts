import { expect, test } from 'vitest';
import type { ReadLetter } from './decode-letters.ts';
import { shareLetters } from './share-letters.ts';
import { cutStrips } from './strips.ts';

/** Words of one line, each letter ten wide, a gap of ten between words. */
function line(...texts: readonly string[]) {
  let x = 0;
  return texts.map((text) => {
    const box = [x, 0, x + 10 * text.length, 20] as const;
    x += 10 * text.length + 10;
    return { text, box, confidence: 0.5, line: 0 };
  });
}

function letters(text: string): readonly ReadLetter[] {
  return [...text].map((letter, index) => ({ text: letter, certainty: 0.9, place: (index + 0.5) / text.length }));
}

test('letters go to the words they stand for, spaces or not', () => {
  const [strip] = cutStrips(line('Total', '1O.50', 'EUR'));
  if (strip === undefined) throw new Error('one strip was expected');
  expect(shareLetters(strip, letters('Total10.50EUR')).map(({ text }) => text)).toEqual(['Total', '10.50', 'EUR']);
});

test('a word of which nothing was read again gets no letters', () => {
  const [strip] = cutStrips(line('Total', '~~~~~', 'EUR'));
  if (strip === undefined) throw new Error('one strip was expected');
  const [, middle] = shareLetters(strip, letters('Total       EUR'));
  expect(middle).toEqual({ text: '', certainty: 0 });
});

test('words far apart on a line are read apart, and certain words without digits not at all', () => {
  const [left, right] = [line('Total')[0], line('12.00')[0]];
  if (left === undefined || right === undefined) throw new Error('two words were expected');
  const far = { ...right, box: [400, 0, 450, 20] as const };
  expect(cutStrips([left, far])).toHaveLength(2);
  expect(cutStrips([{ ...left, confidence: 0.95 }, far]).map(({ words }) => words[0]?.text)).toEqual(['12.00']);
});
