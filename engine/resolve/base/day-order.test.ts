import { expect, test } from 'vitest';
import { extractFromDocument } from '../../index.ts';
import { documentFromText } from '../../testing/document-from-text.ts';
import { readerlessHost as host } from '../../testing/readerless-host.ts';

async function dateUnder(head: string) {
  const text = `GREEN LEAF\n${head}\nTea  $20.50\nTOTAL  $20.50\n04/07/2018 10:02`;
  const outcome = await extractFromDocument(documentFromText(text), host, { documentType: 'receipt' });
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.result.fields['transaction_date'];
}

test('a telephone number as North America writes it makes the month first, left open for review', async () => {
  const date = await dateUnder('Tel 305-861-2222');
  expect(date).toMatchObject({ value: '2018-04-07', state: 'needs_review' });
  expect(date?.alternatives?.map(({ value }) => value)).toContain('2018-07-04');
});

test('dollars alone make the month first, but not beside the tax of a country that writes the day first', async () => {
  expect((await dateUnder('12, High Street'))?.value).toBe('2018-04-07');
  expect((await dateUnder('GST Reg. No. 20-0711630-D'))?.value).toBe('2018-07-04');
});
