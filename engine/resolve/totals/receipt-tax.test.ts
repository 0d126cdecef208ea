import { expect, test } from 'vitest';
import type { DocumentType } from '#core/domain/document-types';
import { extractFromDocument } from '../../index.ts';
import { documentFromText } from '../../testing/document-from-text.ts';
import { readerlessHost as host } from '../../testing/readerless-host.ts';

async function fieldsOf(sums: string, documentType: DocumentType = 'receipt') {
  const text = `GREEN LEAF LTD\n12, HIGH STREET\nCashier: Ana\nTea          20.50\n${sums}`;
  const outcome = await extractFromDocument(documentFromText(text), host, { documentType });
  if (!outcome.ok) throw new Error(outcome.error.message);
  const { fields } = outcome.result;
  return {
    total: fields['total_amount']?.value,
    tax: fields['tax_amount']?.value,
    subtotal: fields['subtotal_amount']?.value,
    state: fields['tax_amount']?.state,
  };
}

test('base and tax on one line of a table of taxes are read where they add up to the total, and not proved', async () => {
  const found = await fieldsOf('TOTAL  20.50\nRate  Base  Amount\n10%  18.64  1.86');
  expect(found).toMatchObject({ total: '20.50', tax: '1.86', subtotal: '18.64' });
  expect(found.state).not.toBe('proved');
});

test('two lines that say different taxes of one total say nothing', async () => {
  expect((await fieldsOf('TOTAL  20.50\n18.64  1.86\n17.50  3.00')).tax).toBeUndefined();
});

test('what is larger than any sales tax is none', async () => {
  expect((await fieldsOf('TOTAL  20.50\nCard 12.50  8.00')).tax).toBeUndefined();
});

test('a labelled tax that the total holds is read', async () => {
  expect(await fieldsOf('Subtotal  20.50\nTOTAL  20.50\nVAT 20%  3.42')).toMatchObject({ total: '20.50', tax: '3.42' });
});

test('"total includes tax" is the tax where it is but a share of another sum, and else the total', async () => {
  expect(await fieldsOf('TOTAL  20.50\nTOTAL INCLUDES GST  1.86')).toMatchObject({ total: '20.50', tax: '1.86' });
  expect((await fieldsOf('TOTAL INCLUDES GST  20.50')).total).toBe('20.50');
});

test('what the total has over the sub-total is the tax where a label of its own cannot be read, and not proved', async () => {
  const found = await fieldsOf('Subtotal  20.50\nXXX  1.64\nTOTAL  22.14');
  expect(found).toMatchObject({ total: '22.14', tax: '1.64' });
  expect(found.state).not.toBe('proved');
});

test('a charge that is named as such is no tax', async () => {
  expect((await fieldsOf('Subtotal  20.50\nService charge  2.05\nTOTAL  22.55')).tax).toBeUndefined();
});

test('nothing left to pay is not the total', async () => {
  expect((await fieldsOf('CASH  20.50\nBALANCE  0.00')).total).toBe('20.50');
});

test('without a label a sum in decimals is the total, not a whole number of some currency', async () => {
  expect((await fieldsOf('Includes $50 insurance\nPostage  20.50')).total).toBe('20.50');
});
