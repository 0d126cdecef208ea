import { describe, expect, test } from 'vitest';
import { CURRENCY_SIGNS } from '../../candidates/currency.data.ts';
import { extractFromDocument } from '../../index.ts';
import { documentFromText } from '../../testing/document-from-text.ts';
import { readerlessHost as host } from '../../testing/readerless-host.ts';

async function currency(sign: string, ...lines: readonly string[]) {
  const text = ['INVOICE', 'Invoice No: AB-17345', ...lines, '', `Parts   ${sign}30.00`, `Total   ${sign}50.00`];
  const outcome = await extractFromDocument(documentFromText(text.join('\n')), host, { documentType: 'invoice' });
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.result.fields['currency'];
}

const SHARED = CURRENCY_SIGNS.flatMap(({ sign, shared }) => (shared === undefined ? [] : [{ sign, shared }]));

describe('a sign that several countries share', () => {
  // English alone is enough for pounds: no other country with that sign uses it.
  test.each(SHARED.filter(({ sign }) => sign !== '£'))(
    '$sign without evidence needs review, with all its currencies',
    async ({ sign, shared }) => {
      const field = await currency(sign);
      expect(field?.state).toBe('needs_review');
      const offered = [field?.value, ...(field?.alternatives ?? []).map(({ value }) => value)];
      expect(offered.toSorted()).toEqual(shared.toSorted());
    },
  );

  test.each([
    ['$', 'Ashbourne, GA 25763', 'USD'],
    ['$', '8 Depot Rd, Dubbo NSW 2830', 'AUD'],
    ['$', '40 King Street, Toronto ON M5H 1A1', 'CAD'],
    ['$', 'Av. Reforma 10, CDMX, Mexico', 'MXN'],
    ['$', 'Tel. +65 6123 4567', 'SGD'],
    ['¥', '18 Donghai Rd, Qingdao, China', 'CNY'],
    ['¥', '1-2-3 Marunouchi, Tokyo', 'JPY'],
    ['£', '14 Quayside Road, Bristol BS1 6XL', 'GBP'],
    ['£', '5 Tahrir Square, Cairo, Egypt', 'EGP'],
    ['Rs ', '12 Mall Road, Lahore, Pakistan', 'PKR'],
    ['Rs ', 'GSTIN: 29AAGCK1234A1Z5', 'INR'],
    ['kr ', 'Storgatan 4, Stockholm', 'SEK'],
    ['kr ', 'CVR 12345678', 'DKK'],
  ])('%s beside "%s" is %s', async (sign, line, code) => {
    expect(await currency(sign, line)).toMatchObject({ value: code, state: 'supported' });
  });

  test('a printed code decides', async () => {
    expect((await currency('$', 'All amounts in AUD'))?.value).toBe('AUD');
  });

  test('two countries leave it open', async () => {
    expect(await currency('$', 'Ashbourne, GA 25763', 'Toronto ON M5H 1A1')).toMatchObject({ state: 'needs_review' });
  });
});
