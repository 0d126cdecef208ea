import { describe, expect, it } from 'vitest';
import { followUps } from './follow-ups.ts';
import { readAs, resultWith } from './result-example.ts';

describe('what follows from the other values', () => {
  const fields = { subtotal_amount: readAs('100.00'), tax_amount: readAs('19.00'), discount_amount: readAs('5.00') };
  const of = (name: string, more = {}) =>
    followUps(resultWith({ fields: { ...fields, ...more } }), { kind: 'field', name });

  it('the total from its parts, and a part from the total', () => {
    expect(of('total_amount').map(({ value }) => value)).toEqual(['114.00']);
    expect(of('tax_amount', { total_amount: readAs('114.00') }).map(({ value }) => value)).toEqual(['19.00']);
    expect(
      of('amount_due', { total_amount: readAs('114.00'), amount_paid: readAs('14.00') }).map(({ value }) => value),
    ).toEqual(['100.00']);
  });

  it('nothing from values that are missing or no amounts', () => {
    expect(of('total_amount', { tax_amount: readAs('n/a') })).toEqual([]);
    expect(of('invoice_number')).toEqual([]);
  });

  it('the cells of a row from each other', () => {
    const rows = [{ quantity: readAs('3'), unit_price: readAs('1.25'), amount: readAs('3.75') }];
    const cell = (name: string) => followUps(resultWith({ line_items: rows }), { kind: 'cell', row: 0, name });
    expect(cell('amount').map(({ value }) => value)).toEqual(['3.75']);
    expect(cell('quantity').map(({ value }) => value)).toEqual(['3']);
    expect(cell('description')).toEqual([]);
  });
});
