import { expect, test } from 'vitest';
import { extract, extractFromDocument } from './index.ts';
import type { EngineHost, ReadDocument } from './model.ts';
import { documentFromText } from './testing/document-from-text.ts';
import { readerlessHost } from './testing/readerless-host.ts';

const TIMED_OUT = { ok: false, error: { code: 'timed_out' } };
const utf8 = (text: string) => new TextEncoder().encode(text);

const withLimit = (workLimit: number): EngineHost => ({ ...readerlessHost, workLimit });

/** The smallest work limit with which a document succeeds. */
async function costOf(document: ReadDocument): Promise<number> {
  let [low, high] = [0, 10_000_000];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if ((await extractFromDocument(document, withLimit(middle))).ok) high = middle;
    else low = middle;
  }
  return high;
}

test('work beyond the limit ends as timed_out although the step never waits', async () => {
  let turns = 0;
  const host = { ...withLimit(20), pause: async () => void turns++ };
  expect(await extractFromDocument(documentFromText('Total 5.00\n'.repeat(40)), host)).toMatchObject(TIMED_OUT);
  expect(turns).toBe(0);
});

test('every stage counts: a document ends as timed_out at each limit below its cost, never in a fault', async () => {
  const text = `Invoice number: A-1  Date: 2026-03-05\nItem  Quantity  Price  Amount\n${'Pen  2  1.50  3.00\n'.repeat(5)}Total  15.00`;
  const document = documentFromText(text);
  const cost = await costOf(document);
  for (let limit = 0; limit < cost; limit += Math.ceil(cost / 40)) {
    expect(await extractFromDocument(document, withLimit(limit))).toMatchObject(TIMED_OUT);
  }
  expect(await extractFromDocument(document, withLimit(cost))).toMatchObject({ ok: true });
});

test('the limit holds for all documents of a file together', async () => {
  const page = (number: number) =>
    `INVOICE\nExample Ltd\nInvoice number: A-${number}\nInvoice date: 2026-03-05\nPage 1 of 1\nTotal 5.00 EUR\n`;
  const file = utf8([1, 2, 3, 4].map(page).join('\f'));
  const whole = await extract({ bytes: file }, readerlessHost);
  expect(whole.ok && whole.result.documents?.length).toBe(4);
  const one = await costOf(documentFromText(page(1)));
  expect(await extract({ bytes: file }, withLimit(2 * one))).toMatchObject(TIMED_OUT);
});
