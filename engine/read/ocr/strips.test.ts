import { expect, test } from 'vitest';
import type { RecognisedWord } from './recogniser.ts';
import { cutStrips } from './strips.ts';

/** A word with the given confidence, alone on its line. */
function wordOf(text: string, confidence: number, line: number): RecognisedWord {
  return { text, box: [0, 40 * line, 12 * text.length, 40 * line + 20], confidence, line };
}

test('digits, codes of money and what is uncertain are read again, certain words and dirt are not', () => {
  const certain = ['Thank', 'TOTAL', '19/03/2018', '(RM)', '(EUR)', 'RM', '(THE'].map((text, line) =>
    wordOf(text, 0.97, line),
  );
  const words = [...certain, wordOf('Ref', 0.6, 7), wordOf('x', 0.05, 8)];
  const read = cutStrips(words).flatMap((strip) => strip.words.map(({ text }) => text));
  expect(read).toEqual(['19/03/2018', '(RM)', '(EUR)', 'RM', 'Ref']);
});
