import { expect, test } from 'vitest';
import { amountsOf, plain, readText, statementsOf } from './read-for-tests.ts';

const GERMAN = `{1:F01BANKDEFFXXXX0000000000}{2:I940BANKDEFFXXXXN}{4:
:20:STARTUMSE
:25:10020030/1234567
:28C:00001/001
:60F:C231229EUR1000,00
:61:2312290102DR34,50N051NONREF//B1
/OCMT/EUR34,50/
:86:105?00LASTSCHRIFT?20EREF+X-1?21SVWZ+Miete Dezem
?22ber 2023?32Haus und?33 Hof GmbH
:61:2401030103CR200,NTRFREF1
:86:Salary
 january
:61:240104RD10,00NMSC
:61:240105RC20,00NMSC
:62F:C240105EUR1155,50
-}
`;

test('a statement over New Year has the booking year of each row, and reversals turn the sign', async () => {
  const [statement] = await statementsOf(GERMAN);
  expect(plain(statement?.fields)).toMatchObject({
    bank_code: '10020030',
    account_number: '1234567',
    currency: 'EUR',
    opening_balance: '1000.00',
    closing_balance: '1155.50',
    statement_date: '2024-01-05',
  });
  expect(statement?.rows.map(plain)).toEqual([
    { date: '2024-01-02', description: 'Haus und Hof GmbH, Miete Dezember 2023', amount: '-34.50' },
    { date: '2024-01-03', description: 'Salary january', amount: '200.00' },
    { date: '2024-01-04', amount: '10.00' },
    { date: '2024-01-05', amount: '-20.00' },
  ]);
  expect(statement?.rows[0]?.['amount']).toMatchObject({ path: 'line 6 :61:', text: 'D34,50' });
});

test('pages of one statement are joined, statements of two accounts are not', async () => {
  const page = (account: string, from: string, row: string, to: string) =>
    `:20:A\n:25:${account}\n:28C:7/1\n:${from}\n:61:${row}\n:${to}\n-\n`;
  const statements = await statementsOf(
    page('NL91ABNA0417164300EUR', '60F:D240301EUR5,', '2403010301C10,00NTRFNONREF', '62M:C240301EUR5,') +
      page('NL91ABNA0417164300EUR', '60M:C240301EUR5,', '2403020302D2,50NTRFNONREF', '62F:C240302EUR2,50') +
      page('99887766', '60F:C240301KWD1,125', '240302C0,375NTRFNONREF', '62F:C240302KWD1,5'),
  );
  expect(statements.map((one) => [plain(one.fields)['opening_balance'], plain(one.fields)['closing_balance']])).toEqual(
    [
      ['-5.00', '2.50'],
      ['1.125', '1.50'],
    ],
  );
  expect(plain(statements[0]?.fields)['account_iban']).toBe('NL91ABNA0417164300');
  expect(statements.map(amountsOf)).toEqual([['10.00', '-2.50'], ['0.375']]);
});

test('parts between slashes and a report of the day (MT942) are read', async () => {
  const [statement] = await statementsOf(
    `:20:R\n:25:GB29NWBK60161331926819\n:28C:1\n:34F:GBP0,\n:13D:2405011200+0100\n:61:240501D12,NTRFNONREF\n:86:/NAME/Green Ltd/REMI/USTD//Invoice 7/\n:90D:1GBP12,\n:90C:0GBP0,\n`,
  );
  expect(plain(statement?.fields)).toMatchObject({
    account_iban: 'GB29NWBK60161331926819',
    currency: 'GBP',
    statement_date: '2024-05-01',
    total_withdrawals: '12.00',
  });
  expect(statement?.rows.map(plain)).toEqual([
    { date: '2024-05-01', description: 'Green Ltd, Invoice 7', amount: '-12.00' },
  ]);
});

test('an empty statement has balances and no rows', async () => {
  const [statement] = await statementsOf(':20:E\n:25:12345678\n:28:1\n:60F:C240101CHF7,\n:62F:C240131CHF7,\n-\n');
  expect(statement?.rows).toEqual([]);
  expect(plain(statement?.fields)).toMatchObject({ opening_balance: '7.00', closing_balance: '7.00' });
});

test.each([
  ['breaks off', GERMAN.slice(0, GERMAN.indexOf(':62F:'))],
  ['has a row that is none', GERMAN.replace(':61:240104RD10,00', ':61:24zz04RD10,00')],
])('a file that %s is damaged', async (_, text) => {
  expect(await readText(text)).toMatchObject({ ok: false, error: { code: 'damaged' } });
});
