import { expect, test } from 'vitest';
import { extractFromDocument } from '../index.ts';
import { documentFromText } from '../testing/document-from-text.ts';
import { readerlessHost } from '../testing/readerless-host.ts';

async function customerOf(block: string) {
  const text = `INVOICE   INV-2207\nDate: 05/14/2024\n\nBill To:\n${block}\n\nTotal            50.00`;
  const outcome = await extractFromDocument(documentFromText(text), readerlessHost, { documentType: 'invoice' });
  if (!outcome.ok) throw new Error(outcome.error.message);
  const { customer_name: name, customer_address: address } = outcome.result.fields;
  return { name: name?.value, address: address?.value };
}

test.each([
  [
    'a house number before its street',
    'Norah Quill\n4711 Larch Hollow\nSpruce Falls, OR 97001',
    '4711 Larch Hollow, Spruce Falls, OR 97001',
  ],
  [
    'a flat between street and place',
    'Norah Quill\n12345 Larch Hollow\nApt 5\nSpruce Falls, OR 97001',
    '12345 Larch Hollow, Apt 5, Spruce Falls, OR 97001',
  ],
  [
    'a country under the postal line',
    'Pumps Ltd\n1 Mill Lane\nLudlow SY8 1AA\nUnited Kingdom',
    '1 Mill Lane, Ludlow SY8 1AA, United Kingdom',
  ],
  ['a code behind its place', 'Hansen Marine\nStrandgata 5 B\nOslo 0150\nNorway', 'Strandgata 5 B, Oslo 0150, Norway'],
  ['a code alone on its line', 'Blue Door Cafe\n7 Hill Terrace\nWellington\n6011', '7 Hill Terrace, Wellington, 6011'],
])('an address ends with its last postal line: %s', async (_, block, address) => {
  expect((await customerOf(block)).address).toBe(address);
});

test.each([
  [
    'the next party of the column',
    'Baum AG\nLindenhof 12\n18055 Rostock\nQuelle Nord AG\nHafenweg 3\n24103 Kiel',
    'Lindenhof 12, 18055 Rostock',
  ],
  ['a date under it', 'Hansen Marine\nStrandgata 5 B\n14 May 2024', 'Strandgata 5 B'],
])('what stands beside an address is no part of it: %s', async (_, block, address) => {
  expect((await customerOf(block)).address ?? address).toBe(address);
});
