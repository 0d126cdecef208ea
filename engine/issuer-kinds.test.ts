import { describe, expect, test } from 'vitest';
import type { ExtractionResult } from '#core/domain/result';
import { extractFromDocument } from './index.ts';
import { documentFromText } from './testing/document-from-text.ts';
import { readerlessHost } from './testing/readerless-host.ts';

async function extracted(text: string): Promise<ExtractionResult> {
  const outcome = await extractFromDocument(documentFromText(text), readerlessHost);
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.result;
}

async function values(text: string): Promise<Record<string, string>> {
  const { fields } = await extracted(text);
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value]));
}

const invoice = (head: string, more = '') => `INVOICE
Invoice No: 20417

${head}

Item            Amount
Consulting      480.00

Total           480.00
${more}`;

describe('the telephone number of the issuer', () => {
  test.each(['14-03-2023', '2023.03.14', '14/03/2023'])('is not the date %s', async (date) => {
    const found = await values(invoice(`Brook Timber Ltd\n12 Mill Lane, LS1 4AP Leeds\n${date}`));
    expect(found['vendor_phone']).toBeUndefined();
  });
});

describe('a name before an address on one line', () => {
  test.each([
    ['Kestrel Machine Co., Ltd., 4 Dock Road, 30110 Harbour City', 'Kestrel Machine Co., Ltd.'],
    ['Norden Verwaltung, GmbH, Hafenstr. 4, 20457 Hamburg', 'Norden Verwaltung, GmbH'],
    ['Brook Timber, Mill Lane 12, 10115 Berlin', 'Brook Timber'],
  ])('%s: with its legal form', async (line, name) => {
    expect((await values(invoice(`From: ${line}`)))['vendor_name']).toBe(name);
  });
});

test('what stands in brackets names nobody', async () => {
  const found = await values(invoice('(Exchange rate: 262.00 Ft/EUR)'));
  expect(found['vendor_name'] ?? '').not.toContain('Exchange');
});

describe('terms of payment', () => {
  test('are not the other half of a caption in two languages', async () => {
    const found = await values(invoice('Brook Timber Ltd', 'Payment terms / terms\n14 days net'));
    expect(found['payment_terms'] ?? '14 days net').not.toMatch(/^\W*terms/);
  });
  test('are not the caption beside theirs', async () => {
    const found = await values(invoice('Brook Timber Ltd', 'Terms       Del. date\n14 days     6/04/2016'));
    expect(found['payment_terms']).not.toBe('Del. date');
  });
});

describe('the payee of a Finnish invoice', () => {
  test.each([
    ['Saaja: Koivula Oy', 'Koivula Oy'],
    ['Saaja: Järven Liput', 'Järven Liput'],
  ])('%s is not the customer', async (line) => {
    const found = await values(`Lasku\nNimi: Aino Laine\nSumma: 37,80 €\nEräpäivä: 26.04.2017\n${line}`);
    expect(found['customer_name'] ?? '').not.toMatch(/Koivula|Liput/);
  });
});

describe('an account number that is captioned as an IBAN and is none', () => {
  test.each(['IBAN: FR00 1111 2222 3333 4444 5555 666', 'IBAN      QX4400117711001234'])(
    '%s: for review',
    async (line) => {
      const { fields } = await extracted(invoice('From: Brook Timber Ltd', line));
      expect(fields['vendor_iban']).toMatchObject({
        state: 'needs_review',
        rule: expect.stringMatching(/^iban:(?:caption|form)$/),
      });
    },
  );
  test('a valid one elsewhere is preferred', async () => {
    const found = await values(
      invoice('From: Brook Timber Ltd', 'IBAN: QX4400117711001234\nDE89 3704 0044 0532 0130 00'),
    );
    expect(found['vendor_iban']).toBe('DE89370400440532013000');
  });
});
