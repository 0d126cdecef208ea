import { expect, test } from 'vitest';
import type { DocumentType } from '#core/domain/document-types';
import { extractFromDocument } from '../../index.ts';
import { documentFromText } from '../../testing/document-from-text.ts';
import { readerlessHost as host } from '../../testing/readerless-host.ts';

async function currency(text: string, documentType: DocumentType = 'receipt') {
  const outcome = await extractFromDocument(documentFromText(text), host, { documentType });
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.result.fields['currency'];
}

test('a receipt that prints no currency was paid in that of its country, for a person to look at', async () => {
  expect(await currency('GREEN LEAF SDN BHD\nTOTAL  12.50')).toMatchObject({ value: 'MYR', state: 'needs_review' });
  expect(await currency('GREEN LEAF\nATHENS, GA 30601\nTOTAL  12.50')).toMatchObject({ value: 'USD' });
});

test('a printed currency goes before that of the country', async () => {
  expect((await currency('GREEN LEAF SDN BHD\nTOTAL  USD 12.50'))?.value).toBe('USD');
});

test('signs of two countries name no currency', async () => {
  expect(await currency('GREEN LEAF SDN BHD\nSINGAPORE 049315\nTOTAL  12.50')).toBeUndefined();
});

test('an invoice has the currency it prints or none', async () => {
  expect(await currency('INVOICE\nGREEN LEAF SDN BHD\nTOTAL  12.50', 'invoice')).toBeUndefined();
});
