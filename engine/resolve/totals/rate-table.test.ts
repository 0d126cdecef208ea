import { expect, test } from 'vitest';
import type { DocumentType } from '#core/domain/document-types';
import { extractFromDocument } from '../../index.ts';
import { documentFromText } from '../../testing/document-from-text.ts';
import { readerlessHost } from '../../testing/readerless-host.ts';

async function sumsOf(text: string, documentType: DocumentType = 'invoice') {
  const outcome = await extractFromDocument(documentFromText(text), readerlessHost, { documentType });
  if (!outcome.ok) throw new Error(outcome.error.message);
  const { fields } = outcome.result;
  const names = ['subtotal_amount', 'tax_amount', 'total_amount', 'tip_amount'] as const;
  return Object.fromEntries(names.map((name) => [name, fields[name]?.value]));
}

const RATES = `RECHNUNG
Rechnungsnummer: 77
Satz       Netto       MwSt.       Brutto
19 %       200,00      38,00       238,00
7 %        120,00      8,40        128,40`;

test('the row that adds the others up is the one for all, whatever marks it', async () => {
  expect(await sumsOf(`${RATES}\nEUR        320,00      46,40       366,40`)).toMatchObject({
    subtotal_amount: '320.00',
    tax_amount: '46.40',
    total_amount: '366.40',
  });
});

test('rows without one for all are added up to a total that is printed elsewhere', async () => {
  expect(await sumsOf(`${RATES}\n\nZu zahlen   366,40 EUR`)).toMatchObject({
    subtotal_amount: '320.00',
    tax_amount: '46.40',
    total_amount: '366.40',
  });
});

test('rows that make no printed sum stay in doubt', async () => {
  const outcome = await extractFromDocument(documentFromText(RATES), readerlessHost, { documentType: 'invoice' });
  expect(outcome.ok && outcome.result.fields['total_amount']?.state).toBe('needs_review');
});

test.each([
  [
    'side by side',
    'Base TVA      TVA       TTC\n500,00        100,00    600,00\n90,00         9,00      99,00\n590,00        109,00    699,00',
    '699.00',
  ],
  [
    'with the tax last',
    'Netto      Brutto      VAT\n500.00     600.00      100.00\n90.00      99.00       9.00\nAll        590.00     699.00      109.00',
    '699.00',
  ],
])('columns in other orders and words: %s', async (_, table, total) => {
  const text = `INVOICE 77012\n${table}`;
  expect((await sumsOf(text))['total_amount']).toBe(total);
});

test('two taxes of one amount in neighbouring lines are two taxes', async () => {
  expect(
    await sumsOf('INVOICE 77012\nSubtotal      200.00\nCGST 8.2%     16.40\nSGST 8.2%     16.40\nTotal         232.80'),
  ).toMatchObject({ tax_amount: '32.80', total_amount: '232.80' });
});

test('suggested tips were neither given nor paid', async () => {
  const receipt = (lines: string) =>
    `THE COPPER POT\n18 Mill St, Ithaca, NY 14850\nSubtotal   35.00\nTax        2.80\nTotal      37.80\n\n${lines}`;
  expect(
    await sumsOf(receipt('Suggested gratuity\n18%   Tip 6.30   Total 44.10\n20%   Tip 7.00   Total 44.80'), 'receipt'),
  ).toMatchObject({ total_amount: '37.80', tip_amount: undefined });
  expect(await sumsOf(receipt('Tip guide\n15% = $5.25\n18% = $6.30\n20% = $7.00'), 'receipt')).toMatchObject({
    total_amount: '37.80',
    tip_amount: undefined,
  });
});
