import { expect, test } from 'vitest';
import { extractFromDocument } from '../../index.ts';
import { documentFromText } from '../../testing/document-from-text.ts';
import { readerlessHost as host } from '../../testing/readerless-host.ts';

async function total(sums: string) {
  const text = `GREEN LEAF LTD\n12, HIGH STREET\nCashier: Ana\nTea          28.03\n${sums}`;
  const outcome = await extractFromDocument(documentFromText(text), host, { documentType: 'receipt' });
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.result.fields['total_amount'];
}

test('the rounded sum under the rounding is the total, whatever it is called', async () => {
  const sums = ['NET TOTAL  28.05', 'ROUNDING  28.05', 'CREDIT  28.05', 'RM  28.05'];
  for (const last of sums)
    expect((await total(`TOTAL SALES  28.03\nROUNDING ADJ  0.02\n${last}`))?.value).toBe('28.05');
});

test('a rounding down that is printed without its minus is told by the sum', async () => {
  expect((await total('TOTAL SALES  28.03\nROUNDING ADJ  0.03\nNET TOTAL  28.00'))?.value).toBe('28.00');
});

test('the sum stays the total where no rounded sum is printed', async () => {
  expect((await total('TOTAL SALES  28.03\nROUNDING ADJ  0.02\nVISA  28.03'))?.value).toBe('28.03');
  expect((await total('TOTAL SALES  28.03\nROUNDING ADJ  0.00\nVISA  28.03'))?.value).toBe('28.03');
});

test('a till that calls the exact sum plainly the total and rounds in cash means the exact one', async () => {
  expect((await total('TOTAL  28.03\nROUNDING  0.02\nCASH  28.05'))?.value).toBe('28.03');
});

test('a rounded total is not proved under a word that names no total', async () => {
  expect((await total('TOTAL SALES  28.03\nROUNDING ADJ  0.02\nCREDIT  28.05'))?.state).not.toBe('proved');
});
