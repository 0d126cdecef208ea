import { expect, test } from 'vitest';
import { plain, readText, statementsOf } from './read-for-tests.ts';

test('American dates, an opening balance and splits', async () => {
  const [statement] = await statementsOf(
    "!Type:Bank\nD12/30'99\nT1,000.00\nPOpening Balance\nL[12345678]\n^\nD1/ 2'05\nT-40.50\nPGrocer\nMfood\nSFood\n$-40.50\n^\nD12/31/04\nT7.00\nPRefund\n",
  );
  expect(plain(statement?.fields)).toEqual({ account_number: '12345678', opening_balance: '1000.00' });
  expect(statement?.rows.map(plain)).toEqual([
    { date: '2005-01-02', description: 'Grocer, food', amount: '-40.50' },
    { date: '2004-12-31', description: 'Refund', amount: '7.00' },
  ]);
});

test('days first and a decimal comma are told from the records; accounts are told apart', async () => {
  const statements = await statementsOf(
    '!Option:AutoSwitch\n!Account\nNDE89370400440532013000\nTBank\n^\n!Type:Bank\nD02/03/2024\nT-1.234,50\nPMiete\n^\nD31/03/2024\nT9,00\nPZins\n^\n!Account\nNCard 4444\n^\n!Type:CCard\nD01/04/2024\nT-3,00\nPBuch\n^\n!Type:Cat\nNFood\nE\n^\n',
  );
  expect(statements.map(({ rows }) => rows.map(plain))).toEqual([
    [
      { date: '2024-03-02', description: 'Miete', amount: '-1234.50' },
      { date: '2024-03-31', description: 'Zins', amount: '9.00' },
    ],
    [{ date: '2024-04-01', description: 'Buch', amount: '-3.00' }],
  ]);
  expect(plain(statements[0]?.fields)['account_iban']).toBe('DE89370400440532013000');
});

test('a record without an amount is damaged', async () => {
  expect(await readText('!Type:Bank\nD1/2/2024\nPNobody\n^\n')).toMatchObject({
    ok: false,
    error: { code: 'damaged' },
  });
});
