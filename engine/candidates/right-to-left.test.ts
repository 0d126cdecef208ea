import { expect, test } from 'vitest';
import { extractFromDocument } from '../index.ts';
import { documentFromText } from '../testing/document-from-text.ts';
import { readerlessHost } from '../testing/readerless-host.ts';

async function valuesOf(text: string): Promise<Record<string, string>> {
  const outcome = await extractFromDocument(documentFromText(text), readerlessHost, { documentType: 'invoice' });
  if (!outcome.ok) throw new Error(outcome.error.message);
  return Object.fromEntries(Object.entries(outcome.result.fields).map(([name, { value }]) => [name, value]));
}

test('Arabic: words of a line run from the right, and a value is left of its label', async () => {
  expect(
    await valuesOf(`                       ضريبية فاتورة
QA-7718                الفاتورة رقم
2024/06/11             الفاتورة تاريخ
1,380.00               الإجمالي`),
  ).toMatchObject({ invoice_number: 'QA-7718', invoice_date: '2024-06-11', total_amount: '1380.00' });
});

test('Russian, Greek and Japanese labels lead to their values', async () => {
  expect(await valuesOf('Счет № 77-Б12\nДата счета   11.06.2024\nВсего   1 380,00')).toMatchObject({
    invoice_date: '2024-06-11',
    total_amount: '1380.00',
  });
  expect(await valuesOf('Αριθμός Τιμολογίου   QA-7718\nΓενικό Σύνολο   1.380,00 €')).toMatchObject({
    invoice_number: 'QA-7718',
    total_amount: '1380.00',
  });
  expect(await valuesOf('請求書番号   QA-7718\n請求日   令和6年7月14日\n合計   ¥66,000')).toMatchObject({
    invoice_date: '2024-07-14',
    total_amount: '66000.00',
  });
});
