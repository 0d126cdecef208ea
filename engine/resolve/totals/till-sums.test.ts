import { describe, expect, test } from 'vitest';
import type { DocumentType } from '#core/domain/document-types';
import { extractFromDocument } from '../../index.ts';
import { documentFromText } from '../../testing/document-from-text.ts';
import { readerlessHost as host } from '../../testing/readerless-host.ts';

async function total(sums: string, documentType: DocumentType = 'receipt') {
  const text = `GREEN LEAF LTD\n12, HIGH STREET\nCashier: Ana\nTea          20.50\n${sums}`;
  const outcome = await extractFromDocument(documentFromText(text), host, { documentType });
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.result.fields['total_amount'];
}

describe('the total of a till', () => {
  test('is not that of the table of taxes under it, though its own label can hardly be read', async () => {
    const sums = 'Tot. Sls  20.50\nGST Summary  Amount  Tax\nSR 6%  19.34  1.16\nTotal  19.34  1.16';
    expect((await total(`${sums}\nAMOUNT DUE  20.50`))?.value).toBe('20.50');
  });

  test('is the one under a table of items whose columns are called rate and amount', async () => {
    expect((await total('Description  Rate  Amount\nRoom  20.50\nGrand Total  20.50\nBalance  0.00'))?.value).toBe(
      '20.50',
    );
  });

  test('is not the tax that a line in brackets says it holds', async () => {
    expect((await total('DUE  20.50\n(TOTAL INCLUDED GST @ 6% :  1.16)'))?.value).toBe('20.50');
  });

  test('is the one that is printed where there is no table of taxes', async () => {
    expect((await total('TOTAL  20.50\nCASH  30.00\nCHANGE  9.50'))?.value).toBe('20.50');
  });
});

describe('a sum printed twice that is the difference of two amounts under it', () => {
  test('is the total where no label can be read, and is not proved', async () => {
    const found = await total('XX  20.50\nXY  50.00\nYY  29.50');
    expect(found?.value).toBe('20.50');
    expect(found?.state).not.toBe('proved');
  });

  test('is nothing where another one would fit as well', async () => {
    const found = await total('XX  20.50\nZZ  4.50\nZX  4.50\nXY  50.00\nYY  29.50\nYZ  25.00');
    expect(found?.rule).toBe('largest_amount');
  });

  test('is looked for on receipts alone', async () => {
    expect((await total('XX  20.50\nXY  50.00\nYY  29.50', 'invoice'))?.value).not.toBe('20.50');
  });
});
