import { expect, test } from 'vitest';
import { extractFromDocument } from '../../index.ts';
import { documentFromText } from '../../testing/document-from-text.ts';
import { readerlessHost } from '../../testing/readerless-host.ts';

async function advertiserOf(text: string): Promise<string | undefined> {
  const outcome = await extractFromDocument(documentFromText(text), readerlessHost, {
    documentType: 'purchase_order',
  });
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.result.fields['advertiser_name']?.value;
}

test.each([
  ['Advertiser   Larch Hollow Council (33417)', 'Larch Hollow Council'],
  ['Advertiser: Quill for Mayor (AB-2041)', 'Quill for Mayor'],
  ['Advertiser   Friends of the Pond (North)', 'Friends of the Pond (North)'],
  ['Advertiser   Route 66 Motels', 'Route 66 Motels'],
])('a number in brackets behind a name is no part of it: %s', async (line, name) => {
  expect(await advertiserOf(`CONTRACT 5512\n${line}\nFlight Dates   03/01/20-03/14/20\nGross Amount   $500.00`)).toBe(
    name,
  );
});

test('a caption that the text of another column ran into still leads to its value', async () => {
  expect(
    await advertiserOf(`CONTRACT 5512
Spruce Falls Television Advertiser   Larch Hollow Council
Flight Dates   03/01/20-03/14/20
Gross Amount   $500.00`),
  ).toBe('Larch Hollow Council');
});
