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

test.each(['QUOTATION', 'DEVIS 070001', 'Angebot', 'Price quote', 'Delivery Note'])(
  'a sheet with prices that is titled %s was not printed by a till',
  (title) => {
    expect(
      typeOf(`${title}

Example Supplies
Desk lamp      12.99
Total          12.99
Oak table      49.50`),
    ).toBe('other');
  },
);

test('an invoice that names its delivery note remains one', () => {
  expect(
    typeOf(`INVOICE
Invoice No      4711
LIEFERSCHEIN 22814
Delivery Note
Total           12.00`),
  ).toBe('invoice');
});

test('a sheet with the number and day of an order and none of an invoice is an order', () => {
  expect(
    typeOf(`Example Supplies
Order number: 20-018
Order date: 4/1/2023
Desk lamp      12.99
Oak table      49.50
Total          62.49`),
  ).toBe('purchase_order');
});
