import { describe, expect, test } from 'vitest';
import type { DocumentType } from '#core/domain/document-types';
import type { FieldValue } from '#core/domain/result';
import { extractFromDocument } from './index.ts';
import type { FileProperties } from './model.ts';
import { documentFromText } from './testing/document-from-text.ts';
import { readerlessHost } from './testing/readerless-host.ts';

async function fieldsOf(
  text: string,
  type?: DocumentType,
  properties: FileProperties = {},
): Promise<Readonly<Record<string, FieldValue>>> {
  const outcome = await extractFromDocument(
    { ...documentFromText(text), properties },
    readerlessHost,
    type && { documentType: type },
  );
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

describe('a proof that a rival passes too', () => {
  const made = { created: '2024-03-13' };

  test('the day of the file proves no date while another date is printed that could be meant', async () => {
    const page = (more: string) =>
      `INVOICE\n\nInvoice No: AB-17345\nInvoice Date: 13 March 2024\n${more}\nTotal   50.00`;
    const state = async (more: string) => (await fieldsOf(page(more), 'invoice', made))['invoice_date']?.state;
    expect(await state('')).toBe('proved');
    expect(await state('Due Date: 12 April 2024\n')).toBe('proved');
    for (const rival of ['Date: 4 March 2024\n', 'Kingsbridge, 4 March 2024\n', 'Order Date: 4 March 2024\n'])
      expect(await state(rival), rival).not.toBe('proved');
  });

  test('nor where the date is one of printing', async () => {
    const page = 'INVOICE\n\nInvoice No: AB-17345\nPrint Date: 13 March 2024\n\nTotal   50.00';
    expect((await fieldsOf(page, 'invoice', made))['invoice_date']?.state).not.toBe('proved');
  });

  test('a due date at the shorter of two terms may end a discount only', async () => {
    const page = (due: string) =>
      `INVOICE\n\nInvoice No: AB-17345\nInvoice Date: 13 March 2024\nDue Date: ${due}\n\nTotal   50.00\n\nPayment within 10 days less 2%, 30 days net`;
    expect((await fieldsOf(page('23 March 2024')))['due_date']?.state).not.toBe('proved');
    expect((await fieldsOf(page('12 April 2024')))['due_date']?.state).toBe('proved');
  });

  test('another printed day that lies a term before the due date leaves both dates open', async () => {
    const page =
      'INVOICE\n\nInvoice No: AB-17345\nInvoice Date: 13 March 2024\nShipped 23 March 2024\nDue Date: 12 April 2024\n\nTotal   50.00\n\nPayment within 20 days, at the latest 30 days';
    const fields = await fieldsOf(page);
    expect(fields['invoice_date']?.state).not.toBe('proved');
    expect(fields['due_date']?.state).not.toBe('proved');
  });

  const rows = (sums: string) => `INVOICE

Description          Qty     Unit price     Amount
Paper                  2          20.00      40.00
Ink                    3          20.00      60.00
${sums}`;

  test('a total before tax is not proved as the total', async () => {
    expect((await fieldsOf(rows('Total   100.00')))['total_amount']?.state).toBe('proved');
    for (const more of ['plus 20% VAT', 'All prices excl. VAT', 'zzgl. 19 % MwSt.'])
      expect((await fieldsOf(rows(`Total   100.00\n\n${more}`)))['total_amount']?.state, more).not.toBe('proved');
    expect((await fieldsOf(rows('Total   100.00\nVAT   20.00')))['total_amount']?.state).not.toBe('proved');
  });

  test('a sum that goes on to a larger one is not the total', async () => {
    const goesOn = 'Subtotal   100.00\nState Tax   5.00\nTotal   105.00\nShipping   15.00\nTo be wired   120.00';
    expect((await fieldsOf(rows(goesOn)))['total_amount']).not.toMatchObject({ value: '105.00', state: 'proved' });
  });

  test('rows of zero are proved by no sum', async () => {
    const text = `INVOICE

Description          Qty     Unit price     Amount
Paper                  2          20.00      40.00
Ink                    3          20.00      60.00
Sample                 4           0.00       0.00
Total   100.00`;
    const outcome = await extractFromDocument(documentFromText(text), readerlessHost);
    const items = outcome.ok ? outcome.result.line_items : [];
    expect(items.map((item) => item['amount']?.state)).toEqual([
      'proved',
      'proved',
      expect.not.stringMatching('proved'),
    ]);
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

describe('what the file says of itself', () => {
  const page = 'INVOICE\n\nInvoice No: AB-17345\nOrder No: 55123\nInvoice Date: 13 March 2024\n\nTotal   50.00';

  test('a number that the title names and a date on which the file was made are proved', async () => {
    const fields = await fieldsOf(page, 'invoice', { title: 'Invoice AB-17345 for a customer', created: '2024-03-13' });
    expect(fields['invoice_number']?.state).toBe('proved');
    expect(fields['invoice_date']?.state).toBe('proved');
  });

  test('another title and another day prove nothing', async () => {
    const fields = await fieldsOf(page, 'invoice', { title: 'Invoice AB-17344', created: '2024-03-14' });
    expect(fields['invoice_number']?.state).not.toBe('proved');
    expect(fields['invoice_date']?.state).not.toBe('proved');
  });

  test('a title that names two numbers of the page does not say which is which', async () => {
    const fields = await fieldsOf(page, 'invoice', { title: 'AB-17345 55123' });
    expect(fields['invoice_number']?.state).not.toBe('proved');
  });

  test('of a day that could be read two ways the day of the file decides nothing', async () => {
    const text = 'INVOICE\n\nInvoice No: AB-17345\nInvoice Date: 04/03/2024\n\nTotal   50.00';
    const fields = await fieldsOf(text, 'invoice', { created: '2024-03-04' });
    expect(fields['invoice_date']?.state).not.toBe('proved');
  });
});

describe('a date said again', () => {
  test('in full inside the number proves both', async () => {
    const fields = await fieldsOf('INVOICE\n\nInvoice No: RE-20240313/7\nInvoice Date: 13 March 2024\n\nTotal   50.00');
    expect(fields['invoice_number']?.state).toBe('proved');
    expect(fields['invoice_date']?.state).toBe('proved');
  });

  test('another day inside the number proves neither', async () => {
    const fields = await fieldsOf('INVOICE\n\nInvoice No: RE-20240312/7\nInvoice Date: 13 March 2024\n\nTotal   50.00');
    expect(fields['invoice_number']?.state).not.toBe('proved');
    expect(fields['invoice_date']?.state).not.toBe('proved');
  });

  test('as the date of delivery proves the date of the invoice, another day of delivery does not', async () => {
    const page = (day: string) =>
      `INVOICE\n\nInvoice No: AB-17345\nInvoice Date: 13 March 2024\nDelivery Date: ${day}\n\nTotal   50.00`;
    expect((await fieldsOf(page('13 March 2024')))['invoice_date']?.state).toBe('proved');
    expect((await fieldsOf(page('12 March 2024')))['invoice_date']?.state).not.toBe('proved');
  });
});

describe('rows that add up to a sum', () => {
  const page = (sums: string) => `INVOICE

Description          Qty     Unit price     Amount
Paper                  2          20.00      40.00
Pens                   4          15.00      60.00

${sums}`;

  test('prove a labelled total that nothing larger stands beside', async () => {
    const fields = await fieldsOf(page('Total                                     100.00'), 'invoice');
    expect(fields['total_amount']).toMatchObject({ value: '100.00', state: 'proved' });
  });

  test('prove no total while a larger amount is printed', async () => {
    const text = page(
      'Total                                     100.00\nHeptagram                                 120.00',
    );
    expect((await fieldsOf(text, 'invoice'))['total_amount']?.state).not.toBe('proved');
  });

  test('prove no total that they do not add up to', async () => {
    const fields = await fieldsOf(page('Total                                     110.00'), 'invoice');
    expect(fields['total_amount']?.state).not.toBe('proved');
  });

  test('prove the sub-total and, with no tax, the total', async () => {
    const text = page(
      'Subtotal                                  100.00\nTax                                         0.00\nTotal                                     100.00',
    );
    const fields = await fieldsOf(text, 'invoice');
    expect([fields['subtotal_amount']?.state, fields['total_amount']?.state]).toEqual(['proved', 'proved']);
  });
});

describe('orders of advertising time', () => {
  const order = (sums: string, second = '03/02/20 03/15/20') => `ORDER

Order #: 1412622
Advertiser: Example Vote Fund
Flight Dates: 03/02/20 - 03/15/20

Line  Start    End       Program        Spots   Rate       Amount
1     03/02/20 03/15/20  Morning News   2       $100.00    $200.00
2     ${second}  Evening News   4       $200.00    $800.00

${sums}`;
  const SUMS = 'Gross Amount: $1,000.00\nAgency Commission: $150.00\nNet Amount: $850.00';

  test('gross is proved by net and commission, the period by lines that run as long', async () => {
    const fields = await fieldsOf(order(SUMS), 'purchase_order');
    expect(fields['gross_amount']).toMatchObject({ value: '1000.00', state: 'proved' });
    expect(fields['service_start_date']).toMatchObject({ value: '2020-03-02', state: 'proved' });
    expect(fields['service_end_date']).toMatchObject({ value: '2020-03-15', state: 'proved' });
  });

  test('the gross amount of a part is not proved while a larger amount is printed', async () => {
    const fields = await fieldsOf(order(`${SUMS}\nAll stations $2,000.00`), 'purchase_order');
    expect(fields['gross_amount']?.state).not.toBe('proved');
  });

  test('under words nobody knows the gross amount is what the rows and the commission say, and no proof', async () => {
    const fields = await fieldsOf(order('Heptagram: $1,000.00\nOctagon: $150.00\nNonagon: $850.00'), 'purchase_order');
    expect(fields['gross_amount']?.value).toBe('1000.00');
    expect(fields['gross_amount']?.state).not.toBe('proved');
    const other = await fieldsOf(order('Heptagram: $1,000.00\nOctagon: $150.00\nNonagon: $840.00'), 'purchase_order');
    expect(other['gross_amount']).toBeUndefined();
  });

  test('below months of one heading their sum is the gross amount', async () => {
    const months = 'Month    Gross Amount\nMarch    $600.00\nApril    $400.00\nTotals   $1,000.00';
    expect((await fieldsOf(order(months), 'purchase_order'))['gross_amount']?.value).toBe('1000.00');
  });

  test('a line that runs on for weeks speaks against the period', async () => {
    const fields = await fieldsOf(order(SUMS, '03/02/20 04/15/20'), 'purchase_order');
    expect(fields['service_end_date']?.state).not.toBe('proved');
  });
});

describe('a dollar sign', () => {
  const page = (city: string, more = '') =>
    `Lindqvist Supplies LLC\n94 Harbor Boulevard\n${city}\n\n\n\nINVOICE\n\nInvoice No: AB-17345\n${more}\nTotal   $50.00`;

  test('is that of the United States where the vendor has a state and a ZIP code', async () => {
    expect((await fieldsOf(page('Ashbourne, GA 25763')))['currency']).toMatchObject({ value: 'USD', state: 'proved' });
  });

  test.each([
    ['a vendor elsewhere', page('Ashbourne, ON K1A 0B1')],
    ['a word of another country', page('Ashbourne, GA 25763', 'All prices in Canadian dollars')],
    ['a number that is no state and ZIP', page('Ashbourne, GX 25763')],
  ])('proves nothing beside %s', async (_, text) => {
    expect((await fieldsOf(text))['currency']?.state).not.toBe('proved');
  });
});

describe('an invoice numbered after its order', () => {
  const page = (number: string) => `INVOICE\n\nInvoice #: ${number}\nOrder #: 376341\n\nTotal   50.00`;

  test('proves both numbers', async () => {
    const fields = await fieldsOf(page('376341-2'), 'invoice');
    expect([fields['invoice_number']?.state, fields['order_number']?.state]).toEqual(['proved', 'proved']);
  });

  test('a number that only begins alike proves nothing', async () => {
    const fields = await fieldsOf(page('3763412'), 'invoice');
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
