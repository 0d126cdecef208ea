import { expect, test } from 'vitest';
import type { DocumentType } from '#core/domain/document-types';
import { extractFromDocument } from '../../index.ts';
import { documentFromText } from '../../testing/document-from-text.ts';
import { readerlessHost } from '../../testing/readerless-host.ts';

async function fieldsOf(text: string, type?: DocumentType) {
  const outcome = await extractFromDocument(documentFromText(text), readerlessHost, type && { documentType: type });
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.result.fields;
}

test('a list of days that runs up under one order only decides the order', async () => {
  const fields = await fieldsOf(`INVOICE
Invoice No: AB-17
Invoice Date: 07/06/2024

Date          Visit                Amount
05/05/2024    Garden, lower half   10.00
12/05/2024    Garden, upper half   20.00
02/06/2024    Pond                 30.00
Total                              60.00`);
  expect(fields['invoice_date']).toMatchObject({ value: '2024-06-07', state: 'supported' });
});

test('a document is not due before its own day', async () => {
  const fields = await fieldsOf(`INVOICE
Invoice No: AB-17
Invoice Date: 05/06/2024
Due Date: 04/07/2024
Total         60.00`);
  expect(fields['invoice_date']).toMatchObject({ value: '2024-06-05', state: 'supported' });
  expect(fields['due_date']).toMatchObject({ value: '2024-07-04', state: 'supported' });
  const open = await fieldsOf(`INVOICE
Invoice No: AB-17
Invoice Date: 06/05/2024
Due Date: 07/06/2024
Total         60.00`);
  // Both orders fit: neither is ruled out.
  expect(open['due_date']?.state).toBe('needs_review');
});

test('a list goes on by days rather than by months, but that leaves a doubt', async () => {
  const fields = await fieldsOf(`INVOICE
Invoice No: AB-17
Invoice Date: 06/09/2024

Date          Visit                Amount
03/09/2024    Garden, lower half   10.00
04/09/2024    Garden, upper half   20.00
05/09/2024    Pond                 30.00
Total                              $60.00`);
  expect(fields['invoice_date']).toMatchObject({ value: '2024-09-06', state: 'needs_review' });
});

test('a period that would run backwards under the other order decides the order', async () => {
  const fields = await fieldsOf(
    `ACCOUNT STATEMENT
Account Number: 3310077
Period 03/09/2024 to 02/10/2024
Opening balance  $10.00
Closing balance  $12.00`,
    'bank_statement',
  );
  expect(fields['period_start_date']).toMatchObject({ value: '2024-09-03', alternatives: [] });
  expect(fields['period_end_date']).toMatchObject({ value: '2024-10-02', alternatives: [] });
});
