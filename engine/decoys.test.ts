import { expect, test } from 'vitest';
import type { ExtractionResult } from '#core/domain/result';
import { extractFromDocument } from './index.ts';
import { documentFromText } from './testing/document-from-text.ts';
import { readerlessHost as host } from './testing/readerless-host.ts';

async function extracted(text: string): Promise<ExtractionResult> {
  const outcome = await extractFromDocument(documentFromText(text), host);
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.result;
}

/** Fields marked as proved that differ from the ground truth; a field missing from it must not be proved. */
function wronglyProved(result: ExtractionResult, truth: Readonly<Record<string, string>>): string[] {
  return Object.entries(result.fields)
    .filter(([name, field]) => field.state === 'proved' && truth[name] !== field.value)
    .map(([name, field]) => `${name}=${field.value}`);
}

const HEAD = `INVOICE
Example Trading Ltd
Invoice Number: INV-2041
Invoice Date: 2024-05-17
`;

test('a labelled chain of sub-total, tax and total is proved', async () => {
  const result = await extracted(`${HEAD}
Subtotal            100.00
VAT 20%              20.00
Total               120.00`);
  expect(result.fields['total_amount']).toMatchObject({ value: '120.00', state: 'proved' });
  expect(result.fields['tax_amount']).toMatchObject({ value: '20.00', state: 'proved' });
  expect(result.fields['subtotal_amount']).toMatchObject({ value: '100.00', state: 'proved' });
  expect(result.checks).toContainEqual(
    expect.objectContaining({ rule: 'sum_chain', ok: true, detail: '100.00 + 20.00 = 120.00' }),
  );
});

test('a changed digit breaks the sum, and nothing in it is proved', async () => {
  const result = await extracted(`${HEAD}
Subtotal            100.00
VAT 20%              20.00
Total               126.00`);
  for (const name of ['total_amount', 'tax_amount', 'subtotal_amount']) {
    expect(result.fields[name]?.state).not.toBe('proved');
  }
  expect(result.checks.find((check) => check.rule === 'sum_chain')?.ok).toBe(false);
});

test('two chains that both close prove neither', async () => {
  const result = await extracted(`${HEAD}
Subtotal            100.00
VAT                  20.00
Total               120.00

Subtotal            200.00
VAT                  40.00
Total               240.00`);
  expect(wronglyProved(result, {})).toEqual([]);
});

test('amounts that add up by chance without labels prove nothing', async () => {
  const result = await extracted(`${HEAD}
Item                Price
Red paint           100.00
Brush                20.00
Blue paint          120.00
Total               240.00`);
  expect(wronglyProved(result, { total_amount: '240.00' })).toEqual([]);
});

test('a total without tax is not proved by being equal to its sub-total', async () => {
  const result = await extracted(`${HEAD}
Subtotal            100.00
Total               100.00`);
  expect(result.fields['total_amount']?.state).not.toBe('proved');
});

test('a previous balance that joins the total leaves the invoice total as it is', async () => {
  const result = await extracted(`${HEAD}
Subtotal                     100.00
Sales Tax                     10.00
Total                        110.00
Previous unpaid balance      500.00
Amount due                   610.00`);
  expect(result.fields['total_amount']?.value).toBe('110.00');
  expect(result.fields['amount_due']?.value).toBe('610.00');
  expect(wronglyProved(result, { total_amount: '110.00', tax_amount: '10.00', subtotal_amount: '100.00' })).toEqual([]);
});

test('a date whose day and month could be swapped needs review and keeps the other reading', async () => {
  const result = await extracted(`INVOICE
Example Trading Ltd
Invoice Number: 2041
Invoice Date: 03/04/2024
Total: 120.00`);
  const date = result.fields['invoice_date'];
  expect(date?.state).toBe('needs_review');
  expect([date?.value, ...(date?.alternatives ?? []).map((other) => other.value)].toSorted()).toEqual(
    expect.arrayContaining(['2024-03-04', '2024-04-03']),
  );
});

test('another date of the document settles the order of day and month', async () => {
  const result = await extracted(`INVOICE
Invoice Date: 03/04/2024
Due Date: 25/04/2024
Total: 120.00`);
  expect(result.fields['invoice_date']).toMatchObject({ value: '2024-04-03', state: 'supported' });
});

test('an ambiguous date that is printed twice is still not proved', async () => {
  const result = await extracted(`INVOICE
Invoice Date: 03/04/2024
Date of issue: 03/04/2024
Total: 120.00`);
  expect(result.fields['invoice_date']?.state).toBe('needs_review');
});

test('an amount that reads as thousands or as decimals is not proved while nothing settles it', async () => {
  const result = await extracted(`INVOICE
Invoice Number: 2041
Subtotal            1.000
VAT                 1.500
Total               2.500`);
  expect(wronglyProved(result, {})).toEqual([]);
});

test('an IBAN with a wrong check digit is not proved', async () => {
  const result = await extracted(`INVOICE
Invoice Number: 2041
IBAN: DE89 3704 0044 0532 0130 01
Total: 120.00`);
  expect(result.fields['vendor_iban']?.state).not.toBe('proved');
  expect(result.checks.find((check) => check.rule === 'iban:vendor_iban')?.ok).toBe(false);
});

test('of two valid IBANs none is proved to be the payee', async () => {
  const result = await extracted(`INVOICE
Invoice Number: 2041
IBAN: DE89 3704 0044 0532 0130 00
IBAN: GB82 WEST 1234 5698 7654 32
Total: 120.00`);
  expect(result.fields['vendor_iban']?.state).not.toBe('proved');
});

test('of two valid tax numbers none is proved to be the vendor', async () => {
  const result = await extracted(`INVOICE
Example Trading GmbH
VAT ID: DE136695976
Invoice Number: 2041
Our partner: VAT ID DE812871812
Total: 120.00`);
  expect(wronglyProved(result, {})).toEqual([]);
});

test('the digits of a number whose prefix is glued to its label are no number of another country', async () => {
  const result = await extracted(`${HEAD}
P.IVAIT53070156210
Total               120.00`);
  expect(wronglyProved(result, { vendor_tax_id: 'IT53070156210' })).toEqual([]);
  expect(result.fields['vendor_tax_id']?.value).toBe('IT53070156210');
});

test("the one tax number of a document, far from both parties, is not proved to be the issuer's", async () => {
  const result = await extracted(`Example Trading GmbH
Hauptstr. 152
10115 Berlin

Sample Stores AG
Ringweg 240
19063 Schwerin




INVOICE
Invoice Number: 2041      VAT ID: DE136695976
Total: 120.00`);
  expect(wronglyProved(result, {})).toEqual([]);
});

test('the one tax number of a document is not the vendor when it stands below the customer', async () => {
  const result = await extracted(`Example Trading Oy
Kauppakatu 152
86033 Metsola

Buyer Works Ky
Kauppakatu 240
70765 Satama
ALV-numero FI66596249

LASKU

Laskun numero: 2023-2079
Total               120.00`);
  expect(wronglyProved(result, {})).toEqual([]);
});

test('a tip outside the printed total does not become the total', async () => {
  const result = await extracted(`RECEIPT
Cafe Example
Subtotal             20.00
Tax                   2.00
Total                22.00
Tip                   4.00
Total                26.00`);
  expect(
    wronglyProved(result, { subtotal_amount: '20.00', tax_amount: '2.00' }).filter((wrong) =>
      wrong.startsWith('total'),
    ),
  ).toEqual([]);
});

test('cash and change are never the total', async () => {
  const result = await extracted(`RECEIPT
Corner Shop
TOTAL                 9.00
CASH                 50.00
CHANGE               41.00`);
  expect(result.fields['total_amount']?.value).toBe('9.00');
});

test('a total that agrees with cash and change is proved, and the check says so', async () => {
  const result = await extracted(`RECEIPT
Corner Shop
Total                 9.00
Cash                 50.00
Change               41.00`);
  expect(result.fields['total_amount']).toMatchObject({ value: '9.00', state: 'proved' });
  expect(result.checks).toContainEqual(
    expect.objectContaining({ rule: 'cash_less_change', ok: true, detail: '50.00 - 41.00 = 9.00' }),
  );
});

test('a total that disagrees with cash and change is not proved', async () => {
  const result = await extracted(`RECEIPT
Corner Shop
Total                 9.00
Cash                 50.00
Change               40.00`);
  expect(result.fields['total_amount']?.state).not.toBe('proved');
});

test('every check a field names is among the checks of the result', async () => {
  const { fields, checks } = await extracted(`INVOICE
Invoice No: INV-2041
Document Number: INV-2041
IBAN: DE89 3704 0044 0532 0130 00
VAT ID: DE136695976
Subtotal            100.00
VAT 20%              20.00
Total               120.00`);
  const known = new Set(checks.map((check) => check.rule));
  expect(Object.values(fields).flatMap((field) => field.checks.filter((rule) => !known.has(rule)))).toEqual([]);
});
