import { expect, test } from 'vitest';
import { buildLines } from '../layout/lines.ts';
import { documentFromText } from '../testing/document-from-text.ts';
import { classifyDocument } from './classify.ts';

function typeOf(text: string): string {
  return classifyDocument(documentFromText(text).pages.map((page) => buildLines(page))).type;
}

const TAX_INVOICE = `EXAMPLE KITCHEN
TAX INVOICE
Invoice No    10451
Invoice Date  06/05/2018`;

test('a tax invoice that counts cash and change and names its cashier is a till receipt', () => {
  const till = `${TAX_INVOICE}
Cashier: 12
Ice tea      12.99
TOTAL        12.99
CASH         20.00
CHANGE        7.01`;
  expect(typeOf(till)).toBe('receipt');
});

test('a tax invoice is no receipt because one line opens with a word of the till', () => {
  const invoice = `${TAX_INVOICE}
Bill To
Example Trading Ltd
Change of filters      12.99
TOTAL                  12.99`;
  expect(typeOf(invoice)).toBe('invoice');
});

test('a title that names its number makes an invoice, where nothing else does', () => {
  expect(
    typeOf(`Example SARL
FACTURE: ABC12345
Total TTC  40,00
Gazon  15,00`),
  ).toBe('invoice');
});

test('"Purchase Order" in a box of an invoice is the label of a number, not a title', () => {
  expect(
    typeOf(`Example Ltd
Invoice No      4711
Purchase Order
Total           12.00`),
  ).toBe('invoice');
});
