import { expect, test } from 'vitest';
import type { RecognisedWord } from './recogniser.ts';
import { settleWord } from './settle-word.ts';

function word(text: string, confidence: number): RecognisedWord {
  return { text, confidence, box: [0, 0, 100, 20], line: 0 };
}

test('a word that both read the same is agreed and as sure as the surer', () => {
  const settled = settleWord(word('Total', 0.6), { text: 'TOTAL', certainty: 0.9 });
  expect(settled).toMatchObject({ text: 'Total', agreed: true, confidence: 0.9 });
});

test('a difference of one digit is never agreement', () => {
  const settled = settleWord(word('12.80', 0.7), { text: '12.30', certainty: 0.9 });
  expect(settled.agreed).toBeUndefined();
  expect(settled.text).toBe('12.30');
  expect(settled.confidence).toBeLessThan(0.9);
});

test('between letters and digits that look alike the rest of the word decides', () => {
  expect(settleWord(word('Old', 0.5), { text: '0ld', certainty: 0.9 }).text).toBe('Old');
  expect(settleWord(word('1O.50', 0.9), { text: '10.50', certainty: 0.5 }).text).toBe('10.50');
});

test('an accent that only one reader knows is kept', () => {
  expect(settleWord(word('Pâtisserie', 0.7), { text: 'Patisserie', certainty: 0.9 }).text).toBe('Pâtisserie');
});

test('a word that the second reader does not see keeps its letters and loses certainty', () => {
  const settled = settleWord(word('Paid', 0.9), { text: '', certainty: 0 });
  expect(settled).toMatchObject({ text: 'Paid' });
  expect(settled.confidence).toBeLessThan(0.6);
});

test('a machine-readable zone stays as it was read', () => {
  const zone = word('P<UTOERIKSSON<<ANNA', 0.3);
  expect(settleWord(zone, { text: 'PUTOERIKSSONANNA', certainty: 0.9 })).toBe(zone);
});

test('a letter that the second reader does not know stays, unless the first is unsure of it', () => {
  const second = { text: 'LindenstraBe', certainty: 0.97 };
  expect(settleWord(word('Lindenstraße', 0.9), second)).toMatchObject({ text: 'Lindenstraße' });
  expect(settleWord(word('Lindenstraße', 0.9), second).agreed).toBeUndefined();
  expect(settleWord(word('Lindenłtroße', 0.3), second).text).toBe('LindenstraBe');
});
