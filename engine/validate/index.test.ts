import { describe, expect, test } from 'vitest';
import { validateFields } from './index.ts';

const check = (values: Record<string, string>, rule: string) =>
  validateFields(values).find((known) => known.rule === rule);

describe('validateFields', () => {
  test('shows the sum as a person would check it', () => {
    expect(check({ subtotal_amount: '100.00', tax_amount: '18.00', total_amount: '118.00' }, 'sum_chain')).toEqual({
      rule: 'sum_chain',
      ok: true,
      detail: '100.00 + 18.00 = 118.00',
      fields: ['subtotal_amount', 'tax_amount', 'total_amount'],
    });
  });

  test('values of one place are one reading, whose agreement is no check', () => {
    const values = { total_amount: '150.00', amount_due: '150.00' };
    expect(validateFields(values)).toHaveLength(1);
    expect(validateFields(values, { placeOf: () => 'page 1' })).toEqual([]);
    const wrong = { subtotal_amount: '150.00', tax_amount: '1.00', total_amount: '150.00' };
    expect(validateFields(wrong, { placeOf: () => 'page 1' })).toMatchObject([{ rule: 'sum_chain', ok: false }]);
  });

  test('a failed sum without a tax names no value, one with a tax all of them', () => {
    expect(check({ subtotal_amount: '100.00', total_amount: '118.00' }, 'sum_chain')).toMatchObject({
      ok: false,
      fields: [],
    });
  });

  test('a tax that the prices hold is left out where that closes the sum, and only there', () => {
    const values = { subtotal_amount: '118.00', tax_amount: '18.00', total_amount: '118.00' };
    const sum = (reading: object, tax: string) =>
      validateFields({ ...values, tax_amount: tax }, reading).find(({ rule }) => rule === 'sum_chain')?.ok;
    expect(sum({ taxIncluded: true }, '18.00')).toBe(true);
    expect(sum({}, '18.00')).toBe(false);
    expect(sum({ taxIncluded: true }, '118.00')).toBe(false);
  });

  test('takes discount, shipping and tip into the sum only where they close it', () => {
    const values = {
      subtotal_amount: '100.00',
      tax_amount: '10.00',
      discount_amount: '20.00',
      shipping_amount: '5.00',
    };
    expect(check({ ...values, total_amount: '95.00' }, 'sum_chain')).toMatchObject({
      ok: true,
      detail: '100.00 - 20.00 + 5.00 + 10.00 = 95.00',
    });
    expect(check({ ...values, total_amount: '110.00' }, 'sum_chain')).toMatchObject({
      ok: true,
      detail: '100.00 + 10.00 = 110.00',
    });
  });

  test('a corrected total that does not fit fails', () => {
    expect(check({ subtotal_amount: '100.00', tax_amount: '18.00', total_amount: '181.00' }, 'sum_chain')?.ok).toBe(
      false,
    );
  });

  test('a due date before the invoice date fails', () => {
    expect(check({ invoice_date: '2024-05-17', due_date: '2024-05-01' }, 'date_order:invoice_date')?.ok).toBe(false);
  });

  test('nothing is checked of what is missing', () => {
    expect(validateFields({ vendor_name: 'Example' })).toEqual([]);
  });
});
