import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carryConfirmed } from './carry-confirmed.ts';
import { correctResult } from './correct-result.ts';
import { resultOf, results } from './results-for-tests.ts';
import { revalidate } from './revalidate.ts';

const corrector = { by: { kind: 'user', id: 'usr_1' }, at: '2026-01-02T03:04:05.000Z' } as const;
type Corrections = Parameters<typeof correctResult>[1];

function corrected(result: Parameters<typeof correctResult>[0], correction: Corrections) {
  const outcome = correctResult(result, correction, corrector);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
  return outcome.result;
}

const SUMS = { subtotal_amount: '100.00', tax_amount: '18.00', total_amount: '181.00' };
const rows = [
  { description: 'A', amount: '60.00' },
  { description: 'B', amount: '40.00' },
];

describe('a new run', () => {
  const earlier = corrected(revalidate(resultOf(SUMS, rows)), {
    fields: { total_amount: { value: '118.00' }, invoice_date: { absent: true } },
    line_items: [{ op: 'set', row: 0, cells: { description: { value: 'Alpha' } } }],
  });
  const reading = revalidate(
    resultOf({ ...SUMS, total_amount: '181.50', invoice_date: '2024-01-02', vendor_name: 'Acme' }, [rows[0] ?? {}]),
  );

  test('keeps confirmed values beside its own reading, and its checks are made with them', () => {
    const { fields, checks } = carryConfirmed(earlier, reading);
    expect(fields['total_amount']).toMatchObject({
      value: '118.00',
      state: 'confirmed',
      original: { value: '181.50' },
    });
    expect(fields['vendor_name']?.value).toBe('Acme');
    expect(checks).toContainEqual(expect.objectContaining({ rule: 'sum_chain', ok: true }));
  });

  test('keeps what is not on the document, and corrected rows as a whole', () => {
    const kept = carryConfirmed(earlier, reading);
    expect(kept.fields['invoice_date']).toBeUndefined();
    expect(kept.absent?.['invoice_date']).toMatchObject({ original: { value: '2024-01-02' } });
    expect(kept.missing).not.toContain('invoice_date');
    expect(kept.line_items).toEqual(earlier.line_items);
  });

  test('reads rows anew where none was corrected, unless one was taken away', () => {
    const plain = resultOf(SUMS, rows);
    const shorter = { ...plain, line_items: plain.line_items.slice(0, 1) };
    expect(carryConfirmed(shorter, plain).line_items).toHaveLength(2);
    expect(carryConfirmed(shorter, plain, true).line_items).toHaveLength(1);
  });

  test('is as it was read where nothing was confirmed', () => {
    fc.assert(fc.property(results, results, (one, other) => void expect(carryConfirmed(one, other)).toBe(other)));
  });

  test('twice with the same reading is as once', () => {
    const once = carryConfirmed(earlier, reading);
    expect(carryConfirmed(once, reading)).toEqual(once);
  });
});
