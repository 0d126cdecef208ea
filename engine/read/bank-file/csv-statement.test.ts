import { expect, test } from 'vitest';
import { amountsOf, plain, statementsOf } from './read-for-tests.ts';

test.each([
  [
    'German, semicolons',
    'IBAN;DE89370400440532013000\nAnfangssaldo;1.000,00 EUR\n\nBuchungstag;Wertstellung;Empfänger;Verwendungszweck;Betrag (EUR);Saldo\n30.12.2023;02.01.2024;Haus GmbH;Miete;-1.234,50;-234,50\n02.01.2024;02.01.2024;Ada;Lohn;2.000,00;1.765,50\n',
  ],
  [
    'Dutch, mark beside the amount',
    'Datum,Naam / Omschrijving,Rekening,Af Bij,Bedrag (EUR),Mededelingen\n20231230,Haus,NL91ABNA0417164300,Af,"1234,50",Huur\n20240102,Ada,NL91ABNA0417164300,Bij,"2000,00",Loon\n',
  ],
  [
    'British, two columns',
    'Date,Details,Paid out,Paid in,Balance\n30/12/2023,Rent,"£1,234.50",,"£-234.50"\n02/01/2024,Pay,,"£2,000.00","£1,765.50"\n',
  ],
  [
    'American, parentheses',
    'Posting Date\tDescription\tAmount\n12/30/2023\tRent\t($1,234.50)\n01/02/2024\tPay\t$2,000.00\n',
  ],
])('%s: rows are signed and dated', async (_, text) => {
  const [statement] = await statementsOf(text);
  expect(amountsOf(statement)).toEqual(['-1234.50', '2000.00']);
  expect(statement?.rows.map((row) => row['date']?.value)).toEqual(['2023-12-30', '2024-01-02']);
});

test('captions around the table and balances are fields', async () => {
  const [statement] = await statementsOf(
    'Account number:;12345678\nOpening balance;10.00\nDate;Description;Amount;Balance\n2024-01-03;c;3.00;16.00\n2024-01-02;b;2.00;13.00\n2024-01-01;a;1.00;11.00\n',
  );
  expect(plain(statement?.fields)).toEqual({
    account_number: '12345678',
    opening_balance: '10.00',
    closing_balance: '16.00',
  });
});

test('two currencies of one file are two statements; what is pending is no row', async () => {
  const statements = await statementsOf(
    'Type,Completed Date,Description,Amount,Currency,State,Balance\nCARD,2024-01-01,a,-1.00,EUR,COMPLETED,9.00\nCARD,2024-01-01,b,-2.00,USD,COMPLETED,8.00\nCARD,2024-01-02,c,-3.00,EUR,PENDING,\n',
  );
  expect(statements.map((one) => [plain(one.fields)['currency'], amountsOf(one)])).toEqual([
    ['EUR', ['-1.00']],
    ['USD', ['-2.00']],
  ]);
});

test.each([
  'Date,Customer,Invoice,Amount\n2024-01-01,Ada,1,10.00\n2024-01-02,Bob,2,-5.00\n',
  'Date,Account,Text,Debit,Credit\n2024-01-01,4400,Sale,,10.00\n2024-01-01,1200,Sale,10.00,\n',
  'Date,Product,Quantity,Amount\n2024-01-01,Pen,2,4.00\n2024-01-02,Ink,1,3.00\n',
])('another table with dates and amounts is no statement', async (text) => {
  expect(await statementsOf(text)).toEqual([]);
});
