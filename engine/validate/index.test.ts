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
    });
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
