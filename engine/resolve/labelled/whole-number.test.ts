import { expect, test } from 'vitest';
import { extractFromDocument } from '../../index.ts';
import { documentFromText } from '../../testing/document-from-text.ts';
import { readerlessHost } from '../../testing/readerless-host.ts';

async function valuesOf(text: string): Promise<Record<string, string>> {
  const outcome = await extractFromDocument(documentFromText(text), readerlessHost, { documentType: 'invoice' });
  if (!outcome.ok) throw new Error(outcome.error.message);
  return Object.fromEntries(Object.entries(outcome.result.fields).map(([name, { value }]) => [name, value]));
}

test.each([
  ['Rechnung Nr. PK 20 417', 'PK 20 417'],
  ['Faktura FS 58/2024', 'FS 58/2024'],
  ['Invoice number   2024 00 118', '2024 00 118'],
  ['Invoice No. 5512', '5512'],
  ['Invoice No. 5512   of 3 May 2024', '5512'],
  ['INVOICE NO 77012', '77012'],
])('a number with blanks is one number: %s', async (line, number) => {
  expect((await valuesOf(`${line}\nTotal   50.00`))['invoice_number']).toBe(number);
});

test('a number and its date in one are two values', async () => {
  expect(await valuesOf('Rechnung Nr./Datum   Kunde\n90207711/14.08.2025   20881\nGesamt   50,00 EUR')).toMatchObject({
    invoice_number: '90207711',
    invoice_date: '2025-08-14',
  });
});

test('an abbreviation joined to a number is no label', async () => {
  const found = await valuesOf(
    'INVOICE DATE   PO NUMBER   INVOICE NUMBER\n05/22/24       PO-41002    BF-220815\nTotal   570.00',
  );
  expect(found).toMatchObject({ purchase_order_number: 'PO-41002', invoice_number: 'BF-220815' });
});

test.each([
  ['Zahlbar bis 12.09.2024 mit 2% Skonto = 816,34 EUR, bis 02.10.2024 ohne Abzug 833,00 EUR.', '2024-10-02'],
  ['Due 12 September 2024 with 2% discount, 2 October 2024 in full', '2024-10-02'],
  ['Due date 12 September 2024', '2024-09-12'],
])('the end of a discount is not the due date: %s', async (line, due) => {
  expect((await valuesOf(`RECHNUNG\nInvoice date: 2 September 2024\n${line}\nTotal   833.00`))['due_date']).toBe(due);
});
