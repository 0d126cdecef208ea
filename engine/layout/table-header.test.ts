import { expect, test } from 'vitest';
import { type DrawnLine, drawPage } from '../testing/draw-page.ts';
import { headingRole } from './heading-role.ts';
import { buildLines } from './lines.ts';
import { findTableHeaders } from './table-header.ts';

const ROW: DrawnLine = [
  [50, 'Widget'],
  [300, '2'],
  [400, '5.00'],
  [500, '10.00'],
];

const headersOf = (lines: readonly DrawnLine[]) => findTableHeaders(buildLines(drawPage(lines)));

test.each([
  ['Amount (EUR)', 'amount'],
  ['Einzel-preis', 'unit_price'],
  ['Qté', 'quantity'],
  ['Désignation', 'description'],
  ['% MwSt.', 'tax_rate'],
  ['Bemessungsgrundlage', 'tax_base'],
  ['Importo', 'amount'],
])('%s heads a column of the role %s', (text, role) => {
  expect(headingRole(text)).toBe(role);
});

test('words of a sentence are no headings', () => {
  expect(headersOf([[[50, 'The total amount is due within the agreed quantity of days at the price']], ROW])).toEqual(
    [],
  );
});

test.each([
  [
    ['Item', 'Description', 'Qty', 'Total'],
    ['product_code', 'description', 'quantity', 'amount'],
  ],
  [
    ['Artikel', 'Art-Nr', 'Bezeichnung', 'Gesamt'],
    ['other', 'product_code', 'description', 'amount'],
  ],
])('beside a column that describes, %s names by its code', (texts, roles) => {
  const [header] = headersOf([texts.map((text, index): [number, string] => [50 + 130 * index, text]), ROW]);
  expect(header?.headings.map(({ role }) => role)).toEqual(roles);
});

test('a heading row is found with its columns from left to right', () => {
  const [header] = headersOf([
    [
      [50, 'Item'],
      [300, 'Qty'],
      [400, 'Price'],
      [500, 'Total'],
    ],
    ROW,
  ]);
  expect(header?.headings.map(({ role }) => role)).toEqual(['description', 'quantity', 'unit_price', 'amount']);
  expect(header?.headsItems).toBe(true);
});

test('headings that stand so close that they read as one phrase are told apart', () => {
  const [header] = headersOf([
    [
      [50, 'Description'],
      [300, 'Quantity Unit Price'],
      [500, 'Amount'],
    ],
    ROW,
  ]);
  expect(header?.headings.map(({ role }) => role)).toEqual(['description', 'quantity', 'unit_price', 'amount']);
});

test('a heading wrapped over lines is one heading', () => {
  const [header] = headersOf([
    [
      [50, 'Beschreibung'],
      [300, 'Menge'],
      [400, 'Positions-'],
    ],
    [[400, 'betrag']],
    [
      [50, 'Schraube'],
      [300, '4'],
      [400, '8,00'],
    ],
  ]);
  expect(header?.headings.at(-1)?.role).toBe('amount');
  expect(header?.lastLine).toBe(1);
});

test('a table of tax bases is a heading row but heads no items', () => {
  const [header] = headersOf([
    [
      [50, 'Tax'],
      [300, 'Base'],
      [500, 'Amount'],
    ],
    ROW,
  ]);
  expect(header?.headsItems).toBe(false);
});
