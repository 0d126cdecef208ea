import { expect, test } from 'vitest';
import { extractFromDocument } from '../../index.ts';
import { documentFromText } from '../../testing/document-from-text.ts';
import { readerlessHost } from '../../testing/readerless-host.ts';

async function fieldsOf(text: string) {
  const outcome = await extractFromDocument(documentFromText(text), readerlessHost, { documentType: 'invoice' });
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.result.fields;
}

test.each(['ABN 51824 753556', 'VAT No 123 4567 82', 'Address'])(
  'what is a number or a caption is no address: %s',
  async (line) => {
    const fields = await fieldsOf(`Seller:\nRed Gum Fencing\n${line}\n\nINVOICE 77012\nTotal  50.00`);
    expect(fields['vendor_name']?.value).toBe('Red Gum Fencing');
    expect(fields['vendor_address']).toBeUndefined();
  },
);

test('a caption under a caption is no text', async () => {
  const fields = await fieldsOf('INVOICE 77012\nPayment terms\nDelivery date\nTotal  50.00');
  expect(fields['payment_terms']).toBeUndefined();
});
