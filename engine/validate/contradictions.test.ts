import { expect, test } from 'vitest';
import type { DocumentType } from '#core/domain/document-types';
import { extractFromDocument } from '../index.ts';
import { documentFromText } from '../testing/document-from-text.ts';
import { readerlessHost as host } from '../testing/readerless-host.ts';

async function read(text: string, documentType: DocumentType = 'invoice') {
  const outcome = await extractFromDocument(documentFromText(text), host, { documentType });
  if (!outcome.ok) throw new Error(outcome.error.message);
  const { fields, checks, missing } = outcome.result;
  const states = Object.fromEntries(Object.entries(fields).map(([name, { state }]) => [name, state]));
  return { fields, states, missing, checks: new Map(checks.map((check) => [check.rule, check])) };
}

const HEAD = 'INVOICE\nExample Trading Ltd\nInvoice Number: INV-2041\nInvoice Date: 17 May 2024\n';
const SUMS = ['subtotal_amount', 'tax_amount', 'total_amount'] as const;

test('every value of a sum that does not close needs review', async () => {
  const { fields, checks } = await read(`${HEAD}\nSubtotal   100.00\nVAT 20%   20.00\nTotal   126.00`);
  expect(checks.get('sum_chain')?.ok).toBe(false);
  for (const name of [...SUMS, 'amount_due']) {
    expect(fields[name]?.state, name).toBe('needs_review');
    expect(fields[name]?.confidence, name).toBeLessThan(0.9);
  }
});

test('so does every value of a wrong payment, a wrong order of dates and a failing check digit', async () => {
  const paid = await read(`${HEAD}\nTotal   126.00\nAmount paid   26.00\nAmount due   90.00`);
  for (const name of ['total_amount', 'amount_paid', 'amount_due'])
    expect(paid.states[name], name).toBe('needs_review');
  const dates = await read(`${HEAD}Due Date: 2 May 2024\n\nTotal   126.00`);
  expect([dates.states['invoice_date'], dates.states['due_date']]).toEqual(['needs_review', 'needs_review']);
  const account = await read(`${HEAD}IBAN: DE89 3704 0044 0532 0130 01\nVAT ID: DE136695977\n\nTotal   126.00`);
  expect([account.states['vendor_iban'], account.states['vendor_tax_id']]).toEqual(['needs_review', 'needs_review']);
});

test('a sum that may only lack its tax contradicts nothing', async () => {
  const { states } = await read(`${HEAD}\nSubtotal   100.00\nTotal   126.00`);
  expect(states['total_amount']).toBe('supported');
});

test('a sum that closes stays as it was', async () => {
  const { states } = await read(`${HEAD}\nSubtotal   100.00\nVAT 20%   20.00\nTotal   120.00`);
  for (const name of SUMS) expect(states[name]).toBe('proved');
});

test('a value that was taken over from another is not checked against it', async () => {
  const { fields, checks } = await read(`${HEAD}\nTotal   150.00`);
  expect(fields['amount_due']?.value).toBe('150.00');
  expect(checks.has('amount_due')).toBe(false);
  const apart = await read(`${HEAD}\nTotal   150.00\n\nAmount due   150.00`);
  expect(apart.checks.get('amount_due')?.ok).toBe(true);
});

test('a known tax that closes no sum leaves the total for review, unless the total says that it holds it', async () => {
  const open = await read(`${HEAD}\nTotal   150.00\nVAT   30.00\n\nThank you`);
  expect(open.states['total_amount']).toBe('needs_review');
  expect(open.states['amount_due']).toBe('needs_review');
  const held = await read(`${HEAD}\nTotal incl. VAT   180.00\nVAT   30.00`);
  expect(held.states['total_amount']).toBe('supported');
});

test('one row of a table of rates is not the sums of the document', async () => {
  const table = (rows: string) => `${HEAD}\nRate    Net amount    VAT amount    Total\n${rows}`;
  const one = await read(
    table('20%     600.00        120.00        720.00\n5%      100.00        5.00          105.00'),
  );
  for (const name of SUMS) expect(one.states[name] ?? 'needs_review', name).toBe('needs_review');
});

test('a receipt whose prices hold the tax closes without it', async () => {
  const till =
    'GREEN LEAF SDN BHD\n12 Mar 2024 10:02\nTea   12.00\nSubtotal   12.00\nTotal   12.00\nGST included   0.68';
  const { checks, states } = await read(till, 'receipt');
  expect(checks.get('sum_chain')?.ok ?? true).toBe(true);
  expect(states['total_amount']).not.toBe('needs_review');
});

test('what was expected and not found is named', async () => {
  expect((await read('INVOICE\nInvoice Number: INV-2041\n\nSubtotal   100.00')).missing).toContain('invoice_date');
  expect((await read(`${HEAD}\nTotal   EUR 120.00`)).missing).not.toContain('invoice_date');
});

test.each(['Total due', 'Amount due', 'Grand total'])(
  'values read at one place are doubted together: %s',
  async (label) => {
    const { fields } = await read(`${HEAD}\nSubtotal   100.00\nVAT 20%   20.00\n${label}   126.00`);
    for (const name of ['total_amount', 'amount_due'])
      if (fields[name] !== undefined) expect(fields[name].state, name).toBe('needs_review');
    expect(fields['total_amount'] ?? fields['amount_due']).toBeDefined();
  },
);
