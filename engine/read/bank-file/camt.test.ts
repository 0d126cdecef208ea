import { expect, test } from 'vitest';
import { amountsOf, plain, readText, statementsOf } from './read-for-tests.ts';

const balance = (code: string, amount: string, mark: string, currency = 'EUR') =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${mark}</CdtDbtInd><Dt><Dt>2024-01-31</Dt></Dt></Bal>`;
const entry = (amount: string, mark: string, inner: string, status = '<Sts>BOOK</Sts>') =>
  `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${mark}</CdtDbtInd>${status}<BookgDt><DtTm>2024-01-15T10:00:00</DtTm></BookgDt>${inner}</Ntry>`;
const message = (kind: string, part: string, body: string) =>
  `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt"><${kind}><GrpHdr><MsgId>1</MsgId></GrpHdr>${body
    .split('|')
    .map((one) => `<${part}>${one}</${part}>`)
    .join('')}</${kind}></Document>`;
const ACCOUNT = '<Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy><Ownr><Nm>Ada Ltd</Nm></Ownr></Acct>';

test('a statement has signed rows with the other party and the purpose', async () => {
  const [statement] = await statementsOf(
    message(
      'BkToCstmrStmt',
      'Stmt',
      `${ACCOUNT}${balance('PRCD', '10.00', 'DBIT')}${balance('CLBD', '1.00', 'CRDT', 'USD')}${balance('CLBD', '15', 'CRDT')}` +
        entry(
          '30',
          'CRDT',
          '<NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>Bob</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>Rent</Ustrd></RmtInf></TxDtls></NtryDtls>',
        ) +
        entry('5', 'DBIT', '<RvslInd>true</RvslInd><AddtlNtryInf>Returned</AddtlNtryInf>', '<Sts><Cd>BOOK</Cd></Sts>') +
        entry('99', 'DBIT', '', '<Sts><Cd>PDNG</Cd></Sts>'),
    ),
  );
  expect(plain(statement?.fields)).toMatchObject({
    account_iban: 'DE89370400440532013000',
    account_holder_name: 'Ada Ltd',
    opening_balance: '-10.00',
    closing_balance: '15.00',
    statement_date: '2024-01-31',
  });
  expect(statement?.rows.map(plain)).toEqual([
    { date: '2024-01-15', description: 'Bob, Rent', amount: '30.00' },
    { date: '2024-01-15', description: 'Returned', amount: '-5.00' },
  ]);
  expect(statement?.checks).toHaveLength(1);
});

test.each([
  ['BkToCstmrAcctRpt', 'Rpt'],
  ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'],
])('%s has a statement for each account', async (kind, part) => {
  const statements = await statementsOf(
    message(
      kind,
      part,
      `${ACCOUNT}${entry('1', 'CRDT', '')}|<Acct><Id><Othr><Id>4711</Id></Othr></Id></Acct>${entry('2', 'DBIT', '')}`,
    ),
  );
  expect(statements.map(amountsOf)).toEqual([['1.00'], ['-2.00']]);
  expect(plain(statements[1]?.fields)).toMatchObject({ account_number: '4711', currency: 'EUR' });
});

test('an entry without an amount and a file that breaks off are damaged', async () => {
  const text = message('BkToCstmrStmt', 'Stmt', ACCOUNT + entry('', 'CRDT', ''));
  expect(await readText(text)).toMatchObject({ ok: false, error: { code: 'damaged' } });
  expect(await readText(text.slice(0, -20))).toMatchObject({ ok: false, error: { code: 'damaged' } });
});

test('other XML is no bank file', async () => {
  expect(await readText('<?xml version="1.0"?><Note><Stmt>1</Stmt></Note>')).toMatchObject({
    ok: false,
    error: { code: 'unsupported_media_type' },
  });
});
