import { expect, test } from 'vitest';
import { findNoisyDate } from './noisy-dates.ts';

test.each([
  ['strokes read as digits', 'Date: 2211212017', '2017-12-22'],
  ['a lost stroke', 'DD: 2107/2017 11:10', '2017-07-21'],
  ['no strokes at all', '25032018 13:11', '2018-03-25'],
  ['letters and signs for digits', 'Date: O3/1@/2O17', '2017-10-03'],
  ['a year out of reach', '30/09/2617', '2017-09-30'],
  ['a month with a wrong letter', '20/Fen/2017 07:43', '2017-02-20'],
])('a date with %s is guessed', (_what, text, iso) => {
  expect(findNoisyDate(text)?.dayFirst).toBe(iso);
});

test.each([
  ['a telephone number', 'TEL 0355423228'],
  ['a long number', 'NO 2018030610109804'],
  ['no real day', 'Date: 45/99/2017'],
  ['a year nobody printed', 'Date: 12/03/1318'],
  ['a month that could be two', '20/Jux/2017'],
])('%s is no date', (_what, text) => {
  expect(findNoisyDate(text)).toBeUndefined();
});
