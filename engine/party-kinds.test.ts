import { describe, expect, test } from 'vitest';
import { extractFromDocument } from './index.ts';
import { documentFromText } from './testing/document-from-text.ts';
import { readerlessHost } from './testing/readerless-host.ts';

async function valuesOf(text: string): Promise<Record<string, string>> {
  const outcome = await extractFromDocument(documentFromText(text), readerlessHost, { documentType: 'invoice' });
  if (!outcome.ok) throw new Error(outcome.error.message);
  return Object.fromEntries(Object.entries(outcome.result.fields).map(([name, { value }]) => [name, value]));
}

const invoice = (head: string, more = '') => `INVOICE
Invoice No: 20417

${head}

Item            Amount
Consulting      480.00

Total           480.00
${more}`;

describe('an address under the caption of a party', () => {
  test.each([
    ['45 Mill Park, Harbour City, Hungary', '45 Mill Park, Harbour City, Hungary'],
    ['Mill Park 45, Harbour City', 'Mill Park 45, Harbour City'],
  ])('may be one line: %s', async (line, address) => {
    expect(await valuesOf(invoice(`Bill To:\nNorah Quill\n${line}`))).toMatchObject({
      customer_name: 'Norah Quill',
      customer_address: address,
    });
  });

  test('does not end at the number of a post box', async () => {
    const found = await valuesOf(invoice('Bill To:\nLarch River Mining\nPO Box 36140\nBrookville NT 0817'));
    expect(found['customer_address']).toBe('PO Box 36140, Brookville NT 0817');
  });

  test('stands behind the name on one line, without a postal code', async () => {
    const found = await valuesOf(
      invoice(
        'Seller: Kestrel Machine Co., Ltd., 2-4-1 Harbour Quay, Tokyo, Japan\nBuyer: Brook Import AB, Mill Road 4, 55302 Lind',
      ),
    );
    expect(found).toMatchObject({
      vendor_name: 'Kestrel Machine Co., Ltd.',
      vendor_address: '2-4-1 Harbour Quay, Tokyo, Japan',
      customer_name: 'Brook Import AB',
    });
  });
});

test('keys of a section that stand alone above their lines, in two columns', async () => {
  const found = await valuesOf(`FAKTURA VAT
Numer faktury: 5512/03/2026

Sprzedawca                               Nabywca
NIP: 1234563218                          NIP: 9876543210
Nazwa: Zielony Las Sp. z o.o.            Nazwa: Kowal LLC
Adres                                    Adres
ul. Lipowa 12                            ul. Polna 7
20-100 Lublin                            28-068 Brzeg

Kontakt                                  Kontakt

Razem    480,00`);
  expect(found).toMatchObject({
    vendor_name: 'Zielony Las Sp. z o.o.',
    vendor_address: 'ul. Lipowa 12, 20-100 Lublin',
    vendor_tax_id: '1234563218',
    customer_name: 'Kowal LLC',
    customer_address: 'ul. Polna 7, 28-068 Brzeg',
    customer_tax_id: '9876543210',
  });
});

test('a tax number belongs to the section whose key leads to it', async () => {
  const found = await valuesOf(`FAKTURA

Sprzedawca
Nazwa: Anna Lis
Adres: Kosmos
NIP: 1111111111
Telefon: 800100200

Nabywca
Nazwa: Piotr Kot
Adres: Polna 43, Lipiny
NIP: 2222222222

Razem   21,56 zl`);
  expect(found).toMatchObject({ vendor_tax_id: '1111111111', customer_tax_id: '2222222222' });
});

describe('a name ends with its legal form', () => {
  test.each([
    ['Quill Timber AG Abteilung Buchhaltung', 'Quill Timber AG'],
    ['Brook Supply Inc. 85 Any', 'Brook Supply Inc.'],
    ['Brook Supply Inc. and Sons', 'Brook Supply Inc. and Sons'],
  ])('%s', async (line, name) => {
    expect((await valuesOf(`${line}\n\n${invoice('Consulting for the spring')}`))['vendor_name']).toBe(name);
  });
});

test('the bank of the account to pay to is not the issuer', async () => {
  const found = await valuesOf(
    `Brook Tyres\n12 Mill Lane, LS1 4AP Leeds\n${invoice('', 'Bank Name: The Harbour Urban Co')}`,
  );
  expect(found['vendor_name']).toBe('Brook Tyres');
});
