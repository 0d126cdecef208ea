import { expect, it } from 'vitest';
import { formatAmount } from '../../formatting/amounts.ts';
import { displayCell, displayValue } from './display-value.ts';

const state = 'proved' as const;
const currency = { value: 'USD', confidence: 1, state, evidence: [], checks: [], alternatives: [], rule: '' };
const result = { fields: { currency } };

it('formats amounts in form boxes with the currency', () => {
  expect(displayValue('box1_mortgage_interest', '3009.87', result)).toBe(formatAmount('3009.87', 'USD'));
});

it('leaves codes in form boxes, and numbers in other text fields, unchanged', () => {
  expect(displayValue('box12a_code', 'DD', result)).toBe('DD');
  expect(displayValue('box15_state_id', '1234567', result)).toBe('1234567');
  expect(displayValue('vendor_name', '1000.00', result)).toBe('1000.00');
});

it('marks empty values', () => expect(displayCell('description', '')).toBe('(empty)'));
