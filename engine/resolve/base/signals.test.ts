import { expect, test } from 'vitest';
import { extractFromDocument } from '../../index.ts';
import { documentFromText } from '../../testing/document-from-text.ts';
import { readerlessHost } from '../../testing/readerless-host.ts';
import { mostWithSignals } from './signals.ts';

const SUPPORTED = 0.9;

async function fieldOf(text: string, name: string) {
  const outcome = await extractFromDocument(documentFromText(text), readerlessHost, { documentType: 'invoice' });
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.result.fields[name];
}

test('each contradiction at a value lowers the most it can get', () => {
  expect(mostWithSignals({})).toBe(1);
  expect(mostWithSignals({ signals: ['cut_out'] })).toBeLessThan(SUPPORTED);
  const two = mostWithSignals({ signals: ['cut_out', 'alternative'] });
  expect(two).toBeLessThan(mostWithSignals({ signals: ['cut_out'] }));
  expect(mostWithSignals({ signals: ['cut_out', 'alternative', 'goes_on', 'no_caption'] })).toBeLessThan(two);
});

test.each([
  ['a number of four signs or fewer', 'INVOICE\nInvoice No: 17', 'invoice_number'],
  ['two numbers under one label', 'INVOICE\nInvoice No: AB-20417\nInvoice No: AB-77018', 'invoice_number'],
  ['a party that no caption names', 'Quarry Supplies LLC\nINVOICE\nInvoice No: AB-20417\nTotal 50.00', 'vendor_name'],
  [
    'an address that the column goes on behind',
    'INVOICE\nBill To:\nNorah Quill\n12 Larch Hollow\nSpruce Falls, OR 97001\nGreenest of all shops\n\nTotal 50.00',
    'customer_address',
  ],
])('is for a person to look at: %s', async (_, text, name) => {
  expect((await fieldOf(text, name))?.confidence).toBeLessThan(SUPPORTED);
});

test('a value that nothing contradicts keeps what it has', async () => {
  expect((await fieldOf('INVOICE\nInvoice No: AB-20417', 'invoice_number'))?.state).toBe('supported');
});
