import { expect, test } from 'vitest';
import { LABEL_GROUPS, labelBuckets } from './label-guess.ts';
import { labelGuesser } from './label-guesser.ts';

const guess = labelGuesser();
const guessed = (text: string) => LABEL_GROUPS[guess(text).indexOf(Math.max(...guess(text)))];

test.each([
  ['Zahlungsschlusstermin', 'due'],
  ['Fakturanr.', 'number'],
  ['Bestellkennzeichen', 'orderNumber'],
  ['Lieferungsdatum', 'delivery'],
  ['Rechnungsnurnmer', 'number'],
])('an unknown phrase says by its letters what it names: %s', (text, group) => {
  expect(guessed(text)).toBe(group);
});

test('shares add up to one, and a text without words says nothing', () => {
  expect(guess('Rechnung').reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  expect(guess('12.50').every((share) => share === 0)).toBe(true);
});

test('figures behind a label do not change what it says', () => {
  expect(labelBuckets('Invoice No 4711')).toEqual(labelBuckets('Invoice No 99'));
});
