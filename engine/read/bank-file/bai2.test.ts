import { expect, test } from 'vitest';
import { amountsOf, plain, readText, statementsOf } from './read-for-tests.ts';

const FILE = `01,122099999,123456789,240105,0800,1,80,,2/
02,123456789,122099999,1,240104,0800,USD,2/
03,0975312468,,010,100000,,,015,118250,,/
88,100,20000,1,,400,1750,1,/
16,165,20000,S,0,20000,0,B1,C1,DEALER PAYMENT
88,invoice 7, part 2
16,475,1750,,,4711,Check 4711
49,261750,6/
03,5555,JPY,010,100,,,015,90/
16,455,10,V,240103,,R1,,Fee/
49,200,3/
98,261950,2,11/
99,261950,1,13/
`;

test('accounts have balances, totals and signed rows with implied decimals', async () => {
  const [first, second] = await statementsOf(FILE);
  expect(plain(first?.fields)).toEqual({
    account_number: '0975312468',
    bank_code: '122099999',
    currency: 'USD',
    statement_date: '2024-01-04',
    opening_balance: '1000.00',
    closing_balance: '1182.50',
    total_deposits: '200.00',
    total_withdrawals: '17.50',
  });
  expect(first?.rows.map(plain)).toEqual([
    { date: '2024-01-04', description: 'DEALER PAYMENT invoice 7, part 2', amount: '200.00' },
    { date: '2024-01-04', description: 'Check 4711', amount: '-17.50' },
  ]);
  expect(plain(second?.fields)['opening_balance']).toBe('100.00');
  expect(amountsOf(second)).toEqual(['-10.00']);
});

test('control totals are checked', async () => {
  const checks = async (text: string) => (await statementsOf(text)).flatMap((one) => one.checks.map(({ ok }) => ok));
  expect(await checks(FILE)).toEqual([true, true]);
  expect(await checks(FILE.replace('16,475,1750', '16,475,1760'))).toEqual([false, true]);
});

test('a file without its trailer is damaged', async () => {
  expect(await readText(FILE.slice(0, FILE.indexOf('\n99,')))).toMatchObject({ ok: false, error: { code: 'damaged' } });
});
