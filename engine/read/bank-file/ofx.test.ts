import { expect, test } from 'vitest';
import { amountsOf, plain, readText, statementsOf } from './read-for-tests.ts';

const SGML = `OFXHEADER:100
DATA:OFXSGML
VERSION:102
CHARSET:1252

<OFX>
<SIGNONMSGSRSV1><SONRS><FI><ORG>North Bank</FI></SONRS></SIGNONMSGSRSV1>
<BANKMSGSRSV1><STMTTRNRS><STMTRS>
<CURDEF>USD
<BANKACCTFROM><BANKID>021000021<ACCTID>000123456<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20231201<DTEND>20240131120000[-5:EST]
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20231231<TRNAMT>-1,250.75<FITID>1<NAME>Smith &amp; Sons<MEMO>Smith &amp; Sons invoice 9</STMTTRN>
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20240102<TRNAMT>+20.00<FITID>2<NAME>
<MEMO>Refund</STMTTRN>
</BANKTRANLIST>
<LEDGERBAL><BALAMT>769.25<DTASOF>20240131</LEDGERBAL>
</STMTRS></STMTTRNRS></BANKMSGSRSV1>
</OFX>`;

test('SGML without end tags has signed rows, dates over New Year and the ledger balance', async () => {
  const [statement] = await statementsOf(SGML);
  expect(plain(statement?.fields)).toEqual({
    account_number: '000123456',
    bank_name: 'North Bank',
    bank_code: '021000021',
    currency: 'USD',
    statement_date: '2024-01-31',
    period_start_date: '2023-12-01',
    period_end_date: '2024-01-31',
    closing_balance: '769.25',
  });
  expect(statement?.rows.map(plain)).toEqual([
    { date: '2023-12-31', description: 'Smith & Sons invoice 9', amount: '-1250.75' },
    { date: '2024-01-02', description: 'Refund', amount: '20.00' },
  ]);
});

test('XML with a card and an account gives two statements; a decimal comma is read', async () => {
  const account = (tag: string, id: string, amount: string) =>
    `<${tag}><CURDEF>EUR</CURDEF><CCACCTFROM><ACCTID>${id}</ACCTID></CCACCTFROM><BANKTRANLIST><STMTTRN><DTPOSTED>20240301</DTPOSTED><TRNAMT>${amount}</TRNAMT><MEMO><![CDATA[A < B]]></MEMO></STMTTRN></BANKTRANLIST></${tag}>`;
  const statements = await statementsOf(
    `<?xml version="1.0" encoding="UTF-8"?>\n<?OFX OFXHEADER="200" VERSION="220"?>\n<OFX>${account('CCSTMTRS', '4111', '-3,50')}${account('STMTRS', 'FR1420041010050500013M02606', '7,25')}</OFX>`,
  );
  expect(statements.map(amountsOf)).toEqual([['-3.50'], ['7.25']]);
  expect(plain(statements[1]?.fields)['account_iban']).toBe('FR1420041010050500013M02606');
  expect(statements[0]?.rows[0]?.['description']?.value).toBe('A < B');
});

test('a file that breaks off or has a movement without an amount is damaged', async () => {
  expect(await readText(SGML.slice(0, -40))).toMatchObject({ ok: false, error: { code: 'damaged' } });
  expect(await readText(SGML.replace('<TRNAMT>+20.00', ''))).toMatchObject({ ok: false, error: { code: 'damaged' } });
});
