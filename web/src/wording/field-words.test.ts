import { describe, expect, it } from 'vitest';
import { fieldGroup, fieldKind, fieldLabel, groupLabel } from './field-words.ts';

describe('field words', () => {
  it.each([
    ['vendor_name', 'Seller', 'seller', 'text'],
    ['vendor_iban', 'IBAN', 'payment', 'text'],
    ['invoice_number', 'Invoice number', 'document', 'text'],
    ['invoice_date', 'Invoice date', 'dates', 'date'],
    ['due_date', 'Due date', 'dates', 'date'],
    ['total_amount', 'Total', 'amounts', 'amount'],
    ['amount_due', 'Amount due', 'amounts', 'amount'],
    ['currency', 'Currency', 'amounts', 'text'],
    ['customer_address', 'Buyer’s address', 'buyer', 'text'],
    ['opening_balance', 'Opening balance', 'amounts', 'amount'],
    ['total_checks', 'Total checks', 'amounts', 'amount'],
    ['payer_tin', 'Payer TIN', 'seller', 'text'],
    ['shipping_amount', 'Shipping', 'amounts', 'amount'],
    ['unit_price', 'Unit price', 'other', 'amount'],
    ['sex', 'Sex', 'person', 'text'],
    ['birth_date', 'Birth date', 'person', 'date'],
    ['box4_social_security_tax', 'Box 4: social security tax', 'boxes', 'text'],
  ])('%s is "%s", of %s, written as %s', (name, label, group, kind) => {
    expect([fieldLabel(name), fieldGroup(name), fieldKind(name)]).toEqual([label, group, kind]);
  });

  it('spells out unknown names', () => expect(fieldLabel('box3_state_tax_id')).toBe('Box 3: state tax ID'));

  it('does not mistake other names for dates or amounts', () => {
    expect(fieldKind('updated_by')).toBe('text');
    expect(fieldKind('amounts_in_words')).toBe('text');
  });

  it('names the parties by document type', () => {
    expect(groupLabel('buyer', 'invoice')).toBe('Buyer');
    expect(groupLabel('buyer', 'bank_statement')).toBe('Account holder');
    expect(groupLabel('seller', 'tax_form')).toBe('Payer or employer');
  });
});
