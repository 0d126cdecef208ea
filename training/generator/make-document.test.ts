import { describe, expect, test } from 'vitest';
import { readDocument } from '#engine/read/index';
import { nodeEngineHost } from '../../scripts/engine-host.ts';
import { parseTruth } from '../../scripts/score/truth.ts';
import { PROGRAM_COUNT, programOf, structureOf } from './layout-program.ts';
import { LOCALES, type LocaleName } from './locales.data.ts';
import { makeDocument } from './make-document.ts';
import { Random } from './random.ts';

const LOCALE_NAMES = Object.keys(LOCALES).filter((name): name is LocaleName => name in LOCALES);
const SAMPLE = Array.from({ length: 41 }, (_, index) => index * 10);

const localeAt = (index: number): LocaleName => new Random(`test ${index}`).pick(LOCALE_NAMES);
const squeezed = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

describe('generated documents', () => {
  test('are the same bytes on every run', async () => {
    const [first, second] = await Promise.all([makeDocument(7, 'fr', 'seed'), makeDocument(7, 'fr', 'seed')]);
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
    expect(first.truth).toEqual(second.truth);
  });

  test('another seed is another document', async () => {
    const [first, second] = await Promise.all([makeDocument(7, 'fr', 'one'), makeDocument(7, 'fr', 'two')]);
    expect(first.truth.fields['total_amount']).not.toBe(second.truth.fields['total_amount']);
  });

  test('no two layout programs have the same structure, and there are more than three hundred', () => {
    const structures = Array.from({ length: 2 * PROGRAM_COUNT }, (_, id) => structureOf(programOf(id)));
    expect(new Set(structures).size).toBe(2 * PROGRAM_COUNT);
    expect(PROGRAM_COUNT).toBeGreaterThanOrEqual(300);
  });

  test.each(SAMPLE)('program %i prints what its truth says, and where', async (program) => {
    const made = await makeDocument(program, localeAt(program), 'printed');
    const truth = parseTruth(made.truth);
    const read = await readDocument(made.bytes, nodeEngineHost());
    if (!read.ok) throw new Error(`not read: ${read.error.code}`);
    expect(read.document.pages).toHaveLength(made.truth.pages);
    const text = squeezed(read.document.pages.flatMap((page) => page.words.map((word) => word.text)).join(''));
    for (const field of [
      'invoice_number',
      'order_number',
      'customer_id',
      'vendor_iban',
      'payment_reference',
      'vendor_phone',
    ]) {
      const value = truth.fields[field];
      if (value !== undefined) expect(text, field).toContain(squeezed(value));
    }
    const total = made.marks.filter((mark) => mark.field === 'total_amount').at(-1);
    if (total === undefined) return;
    const page = read.document.pages[total.page - 1];
    const [x0, y0, x1, y1] = total.box;
    const found = page?.words.some(({ box }) => box[0] < x1 && box[2] > x0 && box[1] < y1 && box[3] > y0);
    expect(found, 'a word where the total stands').toBe(true);
  });
});

describe('the sums', () => {
  test.each(SAMPLE)('of program %i close to the cent', async (program) => {
    const { truth } = await makeDocument(program, localeAt(program), 'sums');
    const cents = (name: string) => Math.round(Number(truth.fields[name] ?? 0) * 100);
    const rows = truth.line_items ?? [];
    if (truth.doc_type === 'bank_statement') {
      expect(cents('closing_balance')).toBe(
        cents('opening_balance') + cents('total_deposits') - cents('total_withdrawals'),
      );
      return;
    }
    if (truth.doc_type === 'receipt' || truth.fields['tax_amount'] === undefined) return;
    const sum = rows.reduce((all, row) => all + Math.round(Number(row['amount'] ?? 0) * 100), 0);
    const net = sum - cents('discount_amount') + cents('shipping_amount');
    expect(cents('total_amount')).toBe(net + cents('tax_amount') + cents('rounding_amount') + cents('tip_amount'));
  });
});
