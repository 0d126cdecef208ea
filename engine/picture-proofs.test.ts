import { describe, expect, test } from 'vitest';
import type { FieldValue } from '#core/domain/result';
import { extractFromDocument } from './index.ts';
import { documentFromText } from './testing/document-from-text.ts';
import { readerlessHost } from './testing/readerless-host.ts';
import { recognised } from './testing/recognised.ts';

/** Fields of a recognised receipt with their states; the two readers disagree on words that match `differ`. */
async function fieldsOf(text: string, differ?: RegExp): Promise<Readonly<Record<string, FieldValue>>> {
  const document = recognised(documentFromText(text), differ);
  const outcome = await extractFromDocument(document, readerlessHost, { documentType: 'receipt' });
  if (!outcome.ok) throw new Error(outcome.error.message);
  const known = new Set(outcome.result.checks.map(({ rule }) => rule));
  for (const field of Object.values(outcome.result.fields))
    if (field.state === 'proved') expect(field.checks.filter((rule) => !known.has(rule))).toEqual([]);
  return outcome.result.fields;
}

describe('the date of a recognised receipt', () => {
  const receipt = (head: string, foot = 'Thank you') => `CORNER SHOP
12 High Street
${head}

Tea                 3.00
Total               3.00

${foot}`;

  test('is proved where it stands at two places, both read alike by both readers', async () => {
    const fields = await fieldsOf(receipt('Date: 19/03/2018 10:22', 'Card slip 19/03/2018 10:23'));
    expect(fields['transaction_date']).toMatchObject({ value: '2018-03-19', state: 'proved' });
  });

  test('is not proved by standing at one place', async () => {
    const fields = await fieldsOf(receipt('Date: 19/03/2018 10:22'));
    expect(fields['transaction_date']?.state).not.toBe('proved');
  });

  test('is not proved where the readers differ at one of its two places', async () => {
    const fields = await fieldsOf(receipt('Date: 19/03/2018 10:22', 'Card slip 19/03/18 10:23'), /^19\/03\/18$/);
    expect(fields['transaction_date']?.state).not.toBe('proved');
  });

  test('is not proved while another day is printed that could be it', async () => {
    const foot = 'Card slip 19/03/2018 10:23\nReturns by 18/04/2018';
    const fields = await fieldsOf(receipt('Date: 19/03/2018 10:22', foot));
    expect(fields['transaction_date']?.state).not.toBe('proved');
  });

  test('is proved by the day of the week beside it, and not by another day of the week', async () => {
    expect((await fieldsOf(receipt('Mon 19/03/2018 10:22')))['transaction_date']?.state).toBe('proved');
    expect((await fieldsOf(receipt('Tue 19/03/2018 10:22')))['transaction_date']?.state).not.toBe('proved');
  });

  test('takes the order of day and month that its day of the week fits', async () => {
    const fields = await fieldsOf(receipt('Wed 04/07/2018 10:22'));
    expect(fields['transaction_date']).toMatchObject({ value: '2018-07-04', state: 'proved' });
    expect((await fieldsOf(receipt('Sat 04/07/2018 10:22')))['transaction_date']?.value).toBe('2018-04-07');
  });

  test('is proved by a number that begins with it, and not by one that holds other digits', async () => {
    const slip = (number: string) => receipt(`Date: 19/03/2018 10:22\nSlip  ${number}`);
    expect((await fieldsOf(slip('20180319-0044')))['transaction_date']?.state).toBe('proved');
    expect((await fieldsOf(slip('20180318-0044')))['transaction_date']?.state).not.toBe('proved');
    expect((await fieldsOf(slip('7720180319')))['transaction_date']?.state).not.toBe('proved');
  });

  test('of two orders of day and month takes the one that a number spells year first', async () => {
    const fields = await fieldsOf(receipt('Date: 04/07/2018 10:22\nSlip  20180407-0044'));
    expect(fields['transaction_date']).toMatchObject({ value: '2018-04-07', state: 'proved' });
    const open = await fieldsOf(receipt('Date: 04/07/2018 10:22\nSlip  04072018-0044'));
    expect(open['transaction_date']?.state).toBe('needs_review');
  });
});

describe('the currency of a recognised receipt', () => {
  const receipt = (place: string, total: string) => `CORNER SHOP
${place}
19/03/2018

Tea                 3.00
Total               ${total}`;

  test('is proved where its sign is printed in the one country that pays in it', async () => {
    const fields = await fieldsOf(receipt('50000 Kuala Lumpur', 'RM 3.00'));
    expect(fields['currency']).toMatchObject({ value: 'MYR', state: 'proved' });
  });

  test.each([
    ['the country is another one', '1010 Auckland, New Zealand', 'RM 3.00'],
    ['two countries are named', '50000 Kuala Lumpur, Singapore', 'RM 3.00'],
    ['another currency is printed too', '50000 Kuala Lumpur', 'RM 3.00\nTotal  GBP 0.60'],
    ['no currency is printed', '50000 Kuala Lumpur', '3.00'],
  ])('is not proved where %s', async (_, place, total) => {
    expect((await fieldsOf(receipt(place, total)))['currency']?.state).not.toBe('proved');
  });

  test('is not proved where the readers differ in its sign', async () => {
    const fields = await fieldsOf(receipt('50000 Kuala Lumpur', 'RM 3.00'), /^RM$/);
    expect(fields['currency']?.state).not.toBe('proved');
  });

  test('is proved by standing on three lines only where the readers agree on three', async () => {
    const text = 'CORNER SHOP\n19/03/2018\n\nTea  RM1.00\nMilk  RM2.00\nTotal  RM3.00';
    expect((await fieldsOf(text))['currency']).toMatchObject({ value: 'MYR', state: 'proved' });
    expect((await fieldsOf(text, /^RM2/))['currency']?.state).not.toBe('proved');
  });
});

describe('the total of a recognised receipt', () => {
  const receipt = (sums: string) =>
    `CORNER SHOP\n19/03/2018\n\nTea                10.00\nMilk               11.20\n${sums}`;
  const totalOf = async (sums: string, differ?: RegExp) => (await fieldsOf(receipt(sums), differ))['total_amount'];

  test.each([
    ['cash and change', 'Total              21.20\nCash               50.00\nChange             28.80'],
    ['a payment by card', 'Total              21.20\nVisa               21.20'],
    ['cash without change', 'Total              21.20\nCash               21.20\nChange              0.00'],
    ['the rounding', 'Total Sales        21.22\nRounding           -0.02\nTOTAL              21.20'],
    ['a line of taxes at a printed rate', 'Total              21.20\n\nGST 6%  20.00       1.20'],
    ['the total again under another phrase', 'Total              21.20\nTotal Payable      21.20'],
  ])('is proved by %s', async (_, sums) => {
    expect(await totalOf(sums)).toMatchObject({ value: '21.20', state: 'proved' });
  });

  test.each([
    ['change that says another sum', 'Total              21.20\nCash               50.00\nChange             27.80'],
    ['cash of which the change is not printed', 'Total              21.20\nCash               21.20'],
    ['a payment by card of another sum', 'Total              21.20\nVisa               25.20'],
    ['a tax that is no printed share of its base', 'Total              21.20\n\nGST 8%  20.00       1.20'],
    ['the same phrase again', 'Total              21.20\nTotal              21.20'],
  ])('is not proved by %s', async (_, sums) => {
    expect((await totalOf(sums))?.state).not.toBe('proved');
  });

  test.each([
    ['a larger amount', 'Total              21.20\nVisa               21.20\nGratuity incl      25.20'],
    [
      'an amount that may be its rounded one',
      'Total              21.22\nVisa               21.22\nTo hand over       21.20',
    ],
  ])('is not proved by its payment beside %s', async (_, sums) => {
    expect((await totalOf(sums))?.state).not.toBe('proved');
  });

  test('is not proved where the readers differ in it', async () => {
    const sums = 'Total              21.20\nVisa               21.20';
    expect((await totalOf(sums, /^21\.20$/))?.state).not.toBe('proved');
  });

  test('that its sums prove is not proved while cash and change say another', async () => {
    const chain = 'Subtotal           20.00\nGST                 1.20\nTotal              21.20';
    expect((await totalOf(chain))?.state).toBe('proved');
    const paid = `${chain}\nCash               50.00\nChange             28.75`;
    expect((await totalOf(paid))?.state).not.toBe('proved');
  });
});
