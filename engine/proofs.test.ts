import { describe, expect, test } from 'vitest';
import type { DocumentType } from '#core/domain/document-types';
import type { FieldValue } from '#core/domain/result';
import { extractFromDocument } from './index.ts';
import { documentFromText } from './testing/document-from-text.ts';
import { readerlessHost } from './testing/readerless-host.ts';

async function fieldsOf(text: string, type?: DocumentType): Promise<Readonly<Record<string, FieldValue>>> {
  const outcome = await extractFromDocument(documentFromText(text), readerlessHost, type && { documentType: type });
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.result.fields;
}

describe('dates and the terms between them', () => {
  const invoice = (due: string, terms: string) => `INVOICE

Invoice No: AB-1734
Invoice Date: 13 March 2024
Due Date: ${due}

Total   50.00

${terms}`;

  test('a due date as many days behind the date as the terms say is proved, and so is the date', async () => {
    const fields = await fieldsOf(invoice('12 April 2024', 'Payment within 30 days'));
    expect(fields['due_date']).toMatchObject({ value: '2024-04-12', state: 'proved' });
    expect(fields['invoice_date']).toMatchObject({ value: '2024-03-13', state: 'proved' });
  });

  test('a day more or less proves neither', async () => {
    const fields = await fieldsOf(invoice('13 April 2024', 'Payment within 30 days'));
    expect(fields['due_date']?.state).not.toBe('proved');
    expect(fields['invoice_date']?.state).not.toBe('proved');
  });

  test('days that are no term of payment prove nothing', async () => {
    const fields = await fieldsOf(invoice('12 April 2024', 'Hire of a crane for 30 days'));
    expect(fields['due_date']?.state).not.toBe('proved');
  });
});

describe('a number said twice', () => {
  test('under its label and as the payment reference it is proved', async () => {
    const fields = await fieldsOf(
      'INVOICE\n\nInvoice No: AB-17345\nInvoice Date: 13 March 2024\n\nTotal   50.00\n\nPayment reference: AB-17345',
    );
    expect(fields['invoice_number']).toMatchObject({ value: 'AB-17345', state: 'proved' });
  });

  test('another number under a label as strong leaves a doubt', async () => {
    const fields = await fieldsOf(
      'INVOICE\n\nInvoice No: AB-17345\nInvoice Number: AB-17346\n\nTotal   50.00\n\nPayment reference: AB-17345',
    );
    expect(fields['invoice_number']?.state).not.toBe('proved');
  });
});

describe('sums whose label is not known', () => {
  test('the amount that closes sub-total and tax is the total, and no proof', async () => {
    const fields = await fieldsOf(
      'INVOICE\n\nInvoice No: AB-17345\n\nSubtotal   100.00\nVAT 20%   20.00\nHeptagram   120.00\n\nOther   999.00',
      'invoice',
    );
    expect(fields['total_amount']?.value).toBe('120.00');
    expect(fields['total_amount']?.state).not.toBe('proved');
    expect(fields['subtotal_amount']?.value).toBe('100.00');
  });

  test('a total with words for a tax between it and its amount is a total', async () => {
    const fields = await fieldsOf(
      'INVOICE\n\nSubtotal   100.00\nState Tax   6.50\nTotal incl. State Tax   106.50',
      'invoice',
    );
    expect(fields['total_amount']?.value).toBe('106.50');
    expect(fields['tax_amount']?.value).toBe('6.50');
  });

  test('of two figures under one label the one left after the payment is due', async () => {
    const fields = await fieldsOf(
      'FACTURE\n\nTotal HT   100,00 €\nTVA 20 %   20,00 €\nNet à payer   120,00 €\nAcompte versé   50,00 €\nNet à payer   70,00 €',
      'invoice',
    );
    expect(fields['amount_due']?.value).toBe('70.00');
    expect(fields['total_amount']?.value).toBe('120.00');
  });

  test('a word inside an item is no charge', async () => {
    const fields = await fieldsOf(
      'INVOICE\n\nNetwork switch 24 port   14.50\nCable drum   5.50\n\nSubtotal   20.00\nVAT   4.00\nTotal   24.00',
      'invoice',
    );
    expect(fields['shipping_amount']).toBeUndefined();
  });
});

describe('thousands in a font of one width', () => {
  test('a blank as wide as a digit groups and does not part', async () => {
    const fields = await fieldsOf(
      'FAKTURA\n\nNetto   SEK 47 398,51\nMoms   SEK 11 849,63\nTotalbelopp   SEK 59 248,14',
      'invoice',
    );
    expect(fields['total_amount']?.value).toBe('59248.14');
    expect(fields['subtotal_amount']?.value).toBe('47398.51');
  });
});

describe('parties', () => {
  test('a trading name above the name in full is not part of it', async () => {
    const fields = await fieldsOf(
      'Lindqvist Supplies\nLindqvist Supplies LLC\n94 Harbor Boulevard\nAshbourne, GA 25763\n\n\n\nINVOICE\n\nInvoice No: AB-17345\nTotal   50.00',
    );
    expect(fields['vendor_name']?.value).toBe('Lindqvist Supplies LLC');
  });

  test('a person to whose attention it goes is not the customer', async () => {
    const fields = await fieldsOf(
      'Bill To:\nHanover Design Ltd.\nAttn: Jane Example\n10 High Street\nAshbourne, TX 95331\n\nINVOICE\n\nInvoice No: AB-17345\nTotal   50.00',
    );
    expect(fields['customer_name']?.value).toBe('Hanover Design Ltd.');
  });

  test('the head of an IBAN is no tax number', async () => {
    const fields = await fieldsOf('FAKTURA\n\nIBAN: PL61 1090 1014 0000 0712 1981 2874\n\nRazem   50,00');
    expect(fields['vendor_tax_id']).toBeUndefined();
    expect(fields['vendor_iban']?.state).toBe('proved');
  });
});
