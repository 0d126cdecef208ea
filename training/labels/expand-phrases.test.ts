import { expect, test } from 'vitest';
import { expandPhrases } from './expand-phrases.ts';
import { LABEL_PHRASES } from './label-phrases.data.ts';

test('a pattern stands for every choice of its alternatives, folded and each once', () => {
  expect(expandPhrases('{a,b} {c,}|É|a')).toEqual(['a c', 'a', 'b c', 'b', 'e']);
});

test('every pattern of the table is closed and gives phrases', () => {
  for (const groups of Object.values(LABEL_PHRASES)) {
    for (const pattern of Object.values(groups)) {
      const phrases = expandPhrases(pattern);
      expect(phrases.length, pattern).toBeGreaterThan(0);
      for (const phrase of phrases) expect(phrase, pattern).not.toMatch(/[{},|]/);
    }
  }
});
