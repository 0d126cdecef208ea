import { describe, expect, it } from 'vitest';
import { readAs, resultWith } from './result-example.ts';
import { runningSum } from './running-sum.ts';

const row = (description: string, quantity: string, unit_price: string, amount: string) =>
  Object.fromEntries(
    Object.entries({ description, quantity, unit_price, amount }).map(([name, text]) => [name, readAs(text)]),
  );
const RESULT = resultWith({
  fields: { subtotal_amount: readAs('30.00'), total_amount: readAs('36.00') },
  line_items: [row('Paper', '2', '5.00', '10.00'), row('Ink\nPens', '1', '20.00', '20.00')],
});

describe('the running sum', () => {
  it('closes with the net total, or with the total where that one fits', () => {
    expect(runningSum(RESULT)).toMatchObject({
      after: ['10.00', '30.00'],
      closes: true,
      target: { name: 'subtotal_amount' },
    });
    const gross = {
      ...RESULT,
      fields: { ...RESULT.fields, subtotal_amount: readAs('25.00'), total_amount: readAs('30.00') },
    };
    expect(runningSum(gross)).toMatchObject({ closes: true, target: { name: 'total_amount' } });
  });

  it('names the rows that break it and why', () => {
    const broken = resultWith({
      fields: { subtotal_amount: readAs('30.00') },
      line_items: [row('A', '2', '5.00', '100.00'), row('B', '1', '20.00', '20.00')],
    });
    const { difference, closes, suspects } = runningSum(broken);
    expect({ difference, closes, suspects: [...suspects] }).toEqual({
      difference: '-90.00',
      closes: false,
      suspects: [[0, 'Quantity × price gives 10.00.']],
    });
    const twice = resultWith({
      fields: { subtotal_amount: readAs('10.00') },
      line_items: [row('A', '2', '5.00', '10.00'), { amount: readAs('7.00') }],
    });
    expect([...runningSum(twice).suspects]).toEqual([[1, 'Without this row the sum closes.']]);
  });

  it('names a row without an amount; one without anything is no mistake', () => {
    const lacking = resultWith({
      fields: { subtotal_amount: readAs('6.00') },
      line_items: [row('A', '1', '5.00', '5.00'), { description: readAs('B') }, {}],
    });
    const { after, closes, suspects } = runningSum(lacking);
    expect({ after, closes, suspects: [...suspects] }).toEqual({
      after: ['5.00', '5.00', '5.00'],
      closes: false,
      suspects: [[1, 'This row has no amount.']],
    });
    expect(runningSum(resultWith({}))).toMatchObject({ sum: null, closes: null, target: null });
  });
});
