import { expect, test } from 'vitest';
import { extract } from '../index.ts';
import { zipOf } from '../read/office/office-for-tests.ts';
import { readerlessHost } from '../testing/readerless-host.ts';

const bill = (number: string, total: string, name = 'Acme Ltd') => `
${name}

INVOICE

Invoice number:   ${number}
Invoice date:     14 March 2024

Description          Quantity    Price     Amount
Consulting                  1   ${total}   ${total}

                              Total       ${total}
`;
const read = async (content: string | Uint8Array) => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const outcome = await extract({ bytes }, readerlessHost);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome;
};

test('two invoices in one file are two documents, each with its own values and places', async () => {
  const { result, words } = await read([bill('INV-1001', '100.00'), bill('INV-2002', '250.00')].join('\f'));
  expect(result.documents?.map(({ pages, fields }) => [pages, fields['invoice_number']?.value])).toEqual([
    [[1, 1], 'INV-1001'],
    [[2, 2], 'INV-2002'],
  ]);
  const second = result.documents?.[1];
  expect(second?.reason).toBe('number INV2002 after number INV1001');
  const pagesNamed = Object.values(second?.fields ?? {}).flatMap(({ evidence }) => evidence.map(({ page }) => page));
  expect(new Set(pagesNamed)).toEqual(new Set([2]));
  expect(result.fields).toEqual(result.documents?.[0]?.fields);
  expect(result.pages.map(({ page, document_type }) => [page, document_type])).toEqual([
    [1, 'invoice'],
    [2, 'invoice'],
  ]);
  expect(words).toHaveLength(2);
});

test('one invoice over two pages is one document, and the result has no list of documents', async () => {
  const { result } = await read([bill('INV-1001', '100.00'), bill('INV-1001', '100.00')].join('\f'));
  expect(result.documents).toBeUndefined();
});

test('a type given by the caller is for the whole file', async () => {
  const bytes = new TextEncoder().encode([bill('INV-1001', '100.00'), bill('INV-2002', '250.00')].join('\f'));
  const outcome = await extract({ bytes, documentType: 'invoice' }, readerlessHost);
  expect(outcome.ok && outcome.result.documents).toBeUndefined();
});

test('the files of an archive are documents of their own, XML invoices too', async () => {
  const xml =
    '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:c="c"><c:ID>X-1</c:ID></Invoice>';
  const { result } = await read(
    zipOf({ 'a.txt': bill('INV-1001', '100.00'), 'b.txt': bill('INV-2002', '9.00'), 'c.xml': xml }),
  );
  expect(result.documents?.map(({ file, pages, fields }) => [file, pages, fields['invoice_number']?.value])).toEqual([
    ['a.txt', [1, 1], 'INV-1001'],
    ['b.txt', [2, 2], 'INV-2002'],
    ['c.xml', null, 'X-1'],
  ]);
  expect(result.page_count).toBe(2);
});
