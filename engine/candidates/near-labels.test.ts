import { expect, test } from 'vitest';
import { buildLines } from '../layout/lines.ts';
import { documentFromText } from '../testing/document-from-text.ts';
import { findLabels } from './labels.ts';
import { isNearWord } from './near-labels.ts';

function phrases(text: string, recognised: boolean): string[] {
  const [page] = documentFromText(text).pages;
  if (page === undefined) return [];
  const words = page.words.map((word) => (recognised ? { ...word, confidence: 0.9 } : word));
  return findLabels(buildLines({ ...page, words })).map((label) => label.phrase);
}

test('a label with one wrong letter is found on a recognised page', () => {
  expect(phrases('T0TAL  12.50', true)).toContain('total');
  expect(phrases('Ruunding  0.02', true)).toContain('rounding');
  expect(phrases('SUBT0TA1  12.50', true)).toContain('subtotal');
});

test('a page whose text is exact has exact labels only', () => {
  expect(phrases('T0TAL  12.50', false)).toEqual([]);
  expect(phrases('Ruunding  0.02', false)).toEqual([]);
});

test('an exact label is not taken for another one that is near to it', () => {
  expect(phrases('CHANGE  12.50', true)).toEqual(['change']);
  expect(phrases('CHARGE  12.50', true)).not.toContain('change');
});

test('words of an item are no labels because they look a little like one', () => {
  expect(phrases('Metal polish  12.50', true)).toEqual([]);
  expect(phrases('Floral tea  12.50', true)).toEqual([]);
  expect(phrases('Fish cake  12.50', true)).toEqual([]);
});

test('short words are near to themselves and to digits for their letters alone', () => {
  expect(isNearWord('cash', 'cash')).toBe(true);
  expect(isNearWord('ca5h', 'cash')).toBe(true);
  expect(isNearWord('wash', 'cash')).toBe(false);
});

test('words that recognition ran together are looked at apart, where the text is not exact', () => {
  expect(phrases('MWST19%  9.93', true)).toEqual(['mwst']);
  expect(phrases('Incl.GST7%  1.31', true)).toEqual(['gst']);
  expect(phrases('AmtDue  12.50', true)).toEqual(['amt due']);
  expect(phrases('MWST19%  9.93', false)).toEqual([]);
});
