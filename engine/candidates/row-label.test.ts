import { expect, test } from 'vitest';
import { receiptRowLabel, rowLabel } from './row-label.ts';

test.each([
  ['Subtotal 112.00', 'subtotal'],
  ['Zwischensumme', 'subtotal'],
  ['Tax 15% on $ 112.90', 'total'],
  ['zzgl. Umsatzsteuer 19% von 64,46', 'total'],
  ['Total TTC 671,15 €', 'total'],
  ['Übertrag 120,00', 'carry'],
  ['abzgl. 16,7% Rabatt', 'charge'],
])('%s is a %s', (text, label) => {
  expect(rowLabel(text)).toBe(label);
});

test.each([
  'Net curtain, white',
  'Transport Rotterdam Leiden',
  'Tax advice for Smith',
  'Total gym membership card',
  'Widget',
])('%s is an item', (text) => {
  expect(rowLabel(text)).toBeUndefined();
});

test('words run together on a receipt still name a tax or a total', () => {
  expect(receiptRowLabel('TVA17,00%')).toBe('total');
  expect(receiptRowLabel('State/LocalSalesTax')).toBe('total');
  expect(receiptRowLabel('TOTALTVAEXCL')).toBe('total');
  expect(receiptRowLabel('TACOS')).toBeUndefined();
});
