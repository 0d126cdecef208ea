import { describe, expect, test } from 'vitest';
import { DOCUMENT_TYPES } from './document-types.ts';
import { EXPECTED_FIELDS, lacksRequired, missingFields } from './expected-fields.ts';

describe('expected fields', () => {
  test('of an invoice without number and date both are missing, and it is not complete', () => {
    const missing = missingFields('invoice', { total_amount: 1, vendor_name: 1, currency: 1 });
    expect(missing).toEqual(['invoice_number', 'invoice_date']);
    expect(lacksRequired('invoice', missing)).toBe(true);
  });

  test('one of several fields is enough', () => {
    expect(missingFields('receipt', { total_amount: 1, invoice_date: 1, vendor_name: 1, currency: 1 })).toEqual([]);
    expect(missingFields('bank_statement', { account_iban: 1, closing_balance: 1 })).not.toContain('account_number');
  });

  test('a usual field alone does not hold a document back', () => {
    const missing = missingFields('receipt', { total_amount: 1, transaction_date: 1 });
    expect(missing).toEqual(['vendor_name', 'currency']);
    expect(lacksRequired('receipt', missing)).toBe(false);
  });

  test('what is required is reported by a name of its own in every type', () => {
    for (const type of DOCUMENT_TYPES) {
      const { required, usual } = EXPECTED_FIELDS[type];
      const names = [...required, ...usual].map(([name]) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(lacksRequired(type, missingFields(type, {}))).toBe(required.length > 0);
    }
  });
});
