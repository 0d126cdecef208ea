import { describe, expect, test } from 'vitest';
import type { DocumentType } from '#core/domain/document-types';
import type { ExtractionResult } from '#core/domain/result';
import { extractFromDocument } from './index.ts';
import { documentFromText } from './testing/document-from-text.ts';
import { readerlessHost } from './testing/readerless-host.ts';

async function extracted(text: string, type?: DocumentType): Promise<ExtractionResult> {
  const outcome = await extractFromDocument(documentFromText(text), readerlessHost, type && { documentType: type });
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.result;
}

async function values(text: string, type?: DocumentType): Promise<Record<string, string>> {
  const { fields } = await extracted(text, type);
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value]));
}

describe('a value is found where print puts it', () => {
  test('behind its label, right of it and under it', async () => {
    const found = await values(`INVOICE

Invoice No: AB-17
Invoice Date         12 March 2024
Customer ID     Due Date
C-9981          11 April 2024

Total           50.00`);
    expect(found).toMatchObject({
      invoice_number: 'AB-17',
      invoice_date: '2024-03-12',
      customer_id: 'C-9981',
      due_date: '2024-04-11',
      total_amount: '50.00',
    });
  });

  test('the box is that of the value, not of the label', async () => {
    const { fields } = await extracted(`INVOICE
Invoice No: AB-17
Total 50.00`);
    const evidence = fields['invoice_number']?.evidence[0];
    // Twelve characters of label and space, five points each, after a margin of forty.
    expect(evidence).toEqual({ page: 1, box: [100, 56, 125, 68], text: 'AB-17' });
  });

  test('"of" a date behind the number is the date of the invoice', async () => {
    expect(await values('Handelsrechnung Nr. 471102 vom 05.03.2018\nGesamtbetrag 10,00 EUR')).toMatchObject({
      invoice_number: '471102',
      invoice_date: '2018-03-05',
    });
  });
});

describe('each language', () => {
  test.each([
    [
      'de',
      'RECHNUNG\nRechnungsnummer: 77\nRechnungsdatum: 07.05.2024\nNettobetrag   1.000,00 €\nzzgl. 19% MwSt.   190,00 €\nGesamtbetrag   1.190,00 €',
    ],
    [
      'fr',
      'FACTURE\nNuméro de facture : 77\nDate de facture : 07/05/2024\nMerci de votre commande, montant en euros\nTotal HT   1 000,00 €\nTVA 19%   190,00 €\nTotal TTC   1 190,00 €',
    ],
    [
      'es',
      'FACTURA\nNúmero de factura: 77\nFecha de factura: 07/05/2024\nBase imponible   1.000,00 €\nIVA 19%   190,00 €\nTotal factura   1.190,00 €\nGracias por su pago de la factura',
    ],
    [
      'it',
      'FATTURA\nNumero fattura: 77\nData fattura: 07/05/2024\nImponibile   1.000,00 €\nIVA 19%   190,00 €\nTotale fattura   1.190,00 €\nCodice cliente della fattura per il pagamento',
    ],
    [
      'nl',
      'FACTUUR\nFactuurnummer: 77\nFactuurdatum: 07-05-2024\nSubtotaal   1.000,00 €\nBTW 19%   190,00 €\nTotaal incl. BTW   1.190,00 €\nHet bedrag van de factuur',
    ],
    [
      'pl',
      'FAKTURA VAT\nNumer faktury: 77\nData wystawienia: 07.05.2024\nRazem netto   1 000,00 zł\nKwota VAT   190,00 zł\nRazem brutto   1 190,00 zł\nTermin płatności i sprzedawca nabywca',
    ],
  ])('%s: number, date and sums in its own notation', async (language, text) => {
    const result = await extracted(text);
    expect(result.language).toBe(language);
    const { fields } = result;
    expect(fields['invoice_number']?.value).toBe('77');
    expect(fields['invoice_date']?.value).toBe('2024-05-07');
    expect(fields['subtotal_amount']?.value).toBe('1000.00');
    expect(fields['tax_amount']?.value).toBe('190.00');
    expect(fields['total_amount']).toMatchObject({ value: '1190.00', state: 'proved' });
  });
});

describe('the parties', () => {
  test('a return address names the vendor, the window under it the customer', async () => {
    const found = await values(`Muster Handel GmbH - Hauptstraße 5 - 10115 Berlin

Erika Beispiel
Lindenweg 12
50667 Köln

RECHNUNG
Rechnungsnummer: 4711
Gesamtbetrag: 10,00 €`);
    expect(found).toMatchObject({
      vendor_name: 'Muster Handel GmbH',
      vendor_address: 'Hauptstraße 5, 10115 Berlin',
      customer_name: 'Erika Beispiel',
      customer_address: 'Lindenweg 12, 50667 Köln',
    });
  });

  test('labelled blocks side by side are kept apart', async () => {
    const found = await values(`INVOICE

From:                         Bill to:
Example Trading Ltd           Sample Stores Inc.
1 High Street                 22 Main Street
London SW1A 1AA               Springfield, IL 62701

Invoice No: 5
Total      10.00`);
    expect(found).toMatchObject({
      vendor_name: 'Example Trading Ltd',
      vendor_address: '1 High Street, London SW1A 1AA',
      customer_name: 'Sample Stores Inc.',
      customer_address: '22 Main Street, Springfield, IL 62701',
    });
  });

  test('names and addresses are never proved', async () => {
    const { fields } = await extracted('INVOICE\nFrom: Example Trading Ltd\nBill to: Sample Stores Inc.\nTotal 10.00');
    for (const name of ['vendor_name', 'customer_name']) expect(fields[name]?.state).not.toBe('proved');
  });
});

describe('the type', () => {
  test.each<[DocumentType, string]>([
    ['invoice', 'INVOICE\nInvoice No: 5\nOur order confirmation of 3 May\nTotal 10.00'],
    ['credit_note', 'CREDIT NOTE\nCredit note no: 5\nOriginal invoice 4\nTotal 10.00'],
    ['purchase_order', 'PURCHASE ORDER\nPO Number: 5\nShip to: Warehouse\nTotal 10.00'],
    ['receipt', 'Corner Shop\nMilk 1.20\nTOTAL 1.20\nCASH 2.00\nCHANGE 0.80'],
    ['bank_statement', 'Account Statement\nOpening balance 10.00\nTotal deposits 5.00\nClosing balance 15.00'],
  ])('%s', async (type, text) => {
    expect((await extracted(text)).document_type).toBe(type);
  });

  test('the hint of the caller wins', async () => {
    expect((await extracted('INVOICE\nInvoice No: 5', 'receipt')).document_type).toBe('receipt');
  });
});

test('a credit note gives its amounts without the printed minus', async () => {
  const found = await values('CREDIT NOTE\nCredit note no: 5\nSubtotal   -100.00\nVAT   -20.00\nTotal   -120.00');
  expect(found).toMatchObject({ subtotal_amount: '100.00', tax_amount: '20.00', total_amount: '120.00' });
});

test('an empty page gives no field and no fault', async () => {
  const result = await extracted('');
  expect(result.document_type).toBe('other');
  expect(result.fields).toEqual({});
});
