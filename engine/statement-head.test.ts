import { expect, test } from 'vitest';
import { extractFromDocument } from './index.ts';
import { documentFromText } from './testing/document-from-text.ts';
import { readerlessHost } from './testing/readerless-host.ts';

/** Statements whose head is captions, and whose closing balance only the newest movement prints. */

async function fieldsOf(text: string) {
  const outcome = await extractFromDocument(documentFromText(text), readerlessHost, { documentType: 'bank_statement' });
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.result.fields;
}

const OLDEST_FIRST = `Northern Savings Bank

Account Holder: Priya Raman
BSB: 734 208
Account Number: 55201187
Statement Period: 01/03/2025 to 31/03/2025

Date          Description               Withdrawal    Deposit      Balance

03/03/2025    CARD PURCHASE BOOKSHOP    $40.00                     $960.00
09/03/2025    SALARY                                  $1500.00     $2460.00
15/03/2025    RENT                      $700.00                    $1760.00
28/03/2025    INTEREST                                $2.50        $1762.50
`;

const NEWEST_FIRST = `Harbour Mutual

Account owner: Tomas Lind
Sort code: 40-11-22
Account number: 77341290

Date          Description               Withdrawal    Deposit      Balance

28/03/2025    INTEREST                                $2.50        $1762.50
15/03/2025    RENT                      $700.00                    $1760.00
09/03/2025    SALARY                                  $1500.00     $2460.00
03/03/2025    CARD PURCHASE BOOKSHOP    $40.00                     $960.00
`;

test.each([
  ['oldest first', OLDEST_FIRST, 'Priya Raman', 'Northern Savings Bank', '734 208'],
  ['newest first', NEWEST_FIRST, 'Tomas Lind', 'Harbour Mutual', '40-11-22'],
])(
  'a statement, %s: holder, bank, branch, balance after the newest movement',
  async (_order, text, holder, bank, code) => {
    const fields = await fieldsOf(text);
    expect(fields['account_holder_name']?.value).toBe(holder);
    expect(fields['bank_name']?.value).toBe(bank);
    expect(fields['bank_code']?.value).toBe(code);
    expect(fields['closing_balance']).toMatchObject({ value: '1762.50', rule: 'rows:last_balance' });
  },
);

test('a closing balance under its own caption is kept', async () => {
  const fields = await fieldsOf(`${OLDEST_FIRST}\nClosing balance: $1762.50\n`);
  expect(fields['closing_balance']?.rule).toMatch(/^label:closing balance/);
});
