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

test('a caption in two scripts leads to the line under both', async () => {
  const found = await valuesOf(
    invoice(`VENDOR                 BUYER
المورد                 المشتري
Quick Phone Company    Brook Market
Harbour Road           Mill Lane 4`),
  );
  expect(found).toMatchObject({ vendor_name: 'Quick Phone Company', customer_name: 'Brook Market' });
});

test('keys right of a caption that is written downwards belong to its side', async () => {
  const row = (left: string, right: string) => left.padEnd(48) + right;
  const found = await valuesOf(
    [
      '电子发票   发票号码： 25317000002228021',
      row('购   名称： 龙山工业股份有限公司', '销   名称： 东湖材料有限公司'),
      row('买', '售'),
      row('方   纳税人识别号： 91610132688983001K', '方   纳税人识别号： 91310115MA1H9HD01E'),
      row('信', '信'),
      '',
      '开票人： 王方',
    ].join('\n'),
  );
  expect(found).toMatchObject({
    vendor_name: '东湖材料有限公司',
    vendor_tax_id: '91310115MA1H9HD01E',
    customer_name: '龙山工业股份有限公司',
    customer_tax_id: '91610132688983001K',
  });
});

test('an address caption leads to all lines of the address', async () => {
  const found = await valuesOf(
    invoice(`FROM:    Quill Company              TO:      Nora Park

ADDRESS: 11 Larch Street            ADDRESS: 22 Larch Street
         Anytown, USA                        Anytown, USA`),
  );
  expect(found).toMatchObject({
    vendor_address: '11 Larch Street, Anytown, USA',
    customer_address: '22 Larch Street, Anytown, USA',
  });
});

test('a return address on two lines is the issuer above the recipient', async () => {
  const found = await valuesOf(
    invoice(`Brook Timber KG
Mill Lane 4 · 10115 Harbour City

Larch Invest SE
Purchasing
Store 3
12345 Spruce Falls`),
  );
  expect(found).toMatchObject({
    vendor_name: 'Brook Timber KG',
    vendor_address: 'Mill Lane 4, 10115 Harbour City',
    customer_name: 'Larch Invest SE',
  });
});

test('a block without a postal code beside the block of the issuer is the recipient', async () => {
  const found = await valuesOf(
    invoice(`Weaver Press                            Our awesome makers
26 rue Haute                            From around the world
69100 Lyon                              Earth`),
  );
  expect(found).toMatchObject({ vendor_name: 'Weaver Press', customer_name: 'Our awesome makers' });
});
