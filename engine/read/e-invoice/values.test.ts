import { describe, expect, it } from 'vitest';
import { amountValue, dateValue, numberValue } from './values.ts';
import type { XmlNode } from './xml-node.ts';

const node = (text: string): XmlNode => ({ name: 'n', path: '/n', attributes: {}, children: [], text });

it.each([
  ['5.8', '5.80'],
  ['1300.00000000', '1300.00'],
  ['0.0250', '0.025'],
  ['.5', '0.50'],
  ['007', '7.00'],
  ['-3', '-3.00'],
  ['-0.00', '0.00'],
  ['+4.1', '4.10'],
])('the amount %s is %s', (text, expected) => {
  expect(amountValue(node(text))?.value).toBe(expected);
});

it.each(['', '.', '1,5', '1e3', 'EUR 5', '--1'])('%j is no amount', (text) => {
  expect(amountValue(node(text))).toBeUndefined();
});

it.each([
  ['20.0000', '20'],
  ['5.50', '5.5'],
  ['0.00', '0'],
])('the number %s is %s', (text, expected) => {
  expect(numberValue(node(text))?.value).toBe(expected);
});

describe('dateValue', () => {
  it.each([
    ['2018-03-05', '2018-03-05'],
    ['2018-03-05T10:00:00+01:00', '2018-03-05'],
    ['2018-03-05+01:00', '2018-03-05'],
    ['20180305', '2018-03-05'],
    ['201803051230', '2018-03-05'],
  ])('%s is %s', (text, expected) => {
    expect(dateValue(node(text))?.value).toBe(expected);
  });

  it.each(['2018-02-30', '20181301', '05.03.2018', '201803', ''])('%j is no date', (text) => {
    expect(dateValue(node(text))).toBeUndefined();
  });
});
