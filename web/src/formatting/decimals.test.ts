import { describe, expect, it } from 'vitest';
import { decimalOf, millionths, productOf } from './decimals.ts';

describe('exact decimals', () => {
  it.each(['0.00', '12.50', '-0.05', '1234567890.123456', '-7.125'])('%s survives the way there and back', (value) =>
    expect(decimalOf(millionths(value) ?? 0n)).toBe(value),
  );

  it('adds what floating point cannot', () => {
    const sum = (millionths('0.10') ?? 0n) + (millionths('0.20') ?? 0n);
    expect(decimalOf(sum)).toBe('0.30');
  });

  it.each(['', '1,50', '1.2.3', 'abc', '1e5', '--1'])('%s is no decimal', (value) =>
    expect(millionths(value)).toBe(null),
  );

  it('a product is rounded to hundredths, half away from zero', () => {
    const product = (a: string, b: string) => decimalOf(productOf(millionths(a) ?? 0n, millionths(b) ?? 0n));
    expect(product('3', '0.335')).toBe('1.01');
    expect(product('-3', '0.335')).toBe('-1.01');
    expect(product('12', '21.50')).toBe('258.00');
  });
});
