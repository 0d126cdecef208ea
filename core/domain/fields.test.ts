import { describe, expect, it } from 'vitest';
import { EXTRAS } from './field-roles.ts';
import { COLUMNS, FIELDS, fieldRecord, isProvable, KEY_FIELDS } from './fields.ts';

describe('the field table', () => {
  it('lists each field and each column once', () => {
    for (const table of [FIELDS, COLUMNS]) {
      const names = table.map(({ name }) => name);
      expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    }
  });

  it('gives each part of the sums that stands alone to one field', () => {
    for (const part of ['subtotal', 'tax', 'total', 'paid', 'due']) {
      expect(FIELDS.filter(({ name }) => fieldRecord(name)?.sum === part)).toHaveLength(1);
    }
    expect(EXTRAS.length).toBeGreaterThan(1);
  });

  it('lets no check prove a name or an address, listed or not', () => {
    for (const name of [
      'vendor_name',
      'customer_address',
      'full_name',
      'insured_name',
      'site_address',
      'payment_terms',
    ])
      expect(isProvable(name), name).toBe(false);
    for (const name of ['total_amount', 'vendor_tax_id', 'surname', 'policy_number'])
      expect(isProvable(name), name).toBe(true);
  });

  it('counts only fields that exist as key fields', () => {
    for (const name of KEY_FIELDS) expect(fieldRecord(name), name).toBeDefined();
  });
});
