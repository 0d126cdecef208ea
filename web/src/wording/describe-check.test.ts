import { describe, expect, it } from 'vitest';
import { checkDetail, describeCheck, isPageComparison } from './describe-check.ts';
import { describeRule } from './describe-rule.ts';

describe('describeCheck', () => {
  it('has different texts for passed and failed checks', () => {
    for (const rule of [
      'sum_chain',
      'amount_due',
      'iban:vendor_iban',
      'tax_id:vendor_tax_id',
      'xml_equals_page:total_amount',
      'new_rule',
    ]) {
      expect(describeCheck(rule, true)).not.toBe(describeCheck(rule, false));
    }
  });

  it('names the field of a mismatch between e-invoice and page', () => {
    expect(describeCheck('xml_equals_page:total_amount', false)).toBe('E-invoice and page differ: Total');
    expect(isPageComparison('xml_equals_page:total_amount')).toBe(true);
    expect(isPageComparison('sum_chain')).toBe(false);
  });

  it('explains the rules of the e-invoice standard', () => {
    expect(describeCheck('en16931:BR-CO-15', true)).toBe(
      'E-invoice rule BR-CO-15 is met: net total plus tax equals the total',
    );
    expect(describeCheck('en16931:BR-99', false)).toBe('E-invoice rule BR-99 is violated (EN 16931)');
  });

  it.each([
    ['repeated:invoice_number', 'Invoice number appears in two places with different labels'],
    ['account_chain', 'Opening balance and transactions add up to the closing balance'],
    ['mrz:document_number', 'The check digit of the document number in the machine-readable zone is valid'],
    ['payroll_tax:box4_tax', 'Tax rate × wages equals Box 4: tax'],
    ['payment_terms', 'The payment terms match the dates'],
  ])('describes %s in a sentence', (rule, sentence) => expect(describeCheck(rule, true)).toBe(sentence));

  it('spells out unknown checks', () => {
    expect(describeCheck('subtotal_plus_tax_equals_total', true)).toBe('Subtotal + tax = total');
    expect(describeCheck('checksum:document_number', false)).toBe('Checksum: Document number – failed');
  });
});

describe('checkDetail', () => {
  it('never shows an equals sign for a failed check', () => {
    expect(checkDetail('100.00 + 18.00 = 119.00', false)).toBe('100.00 + 18.00 ≠ 119.00');
    expect(checkDetail('100.00 + 18.00 = 118.00', true)).toBe('100.00 + 18.00 = 118.00');
    expect(checkDetail('2026-01-02 is after 2026-01-01', false)).toBe('2026-01-02 is after 2026-01-01');
  });
});

describe('describeRule', () => {
  it.each([
    ['label:invoice no/right', 'To the right of the label “invoice no”'],
    ['label:net/gross/below', 'Below the label “net/gross”'],
    ['label:vendor_name', 'Found by the label “vendor name”'],
    ['e-invoice:ubl', 'From the e-invoice (UBL)'],
    ['column:unit_price', 'From the column “Unit price”'],
    ['largest_amount', 'The largest amount on the page'],
    ['mrz:TD3', 'Read from the machine-readable zone'],
    ['id-label:birth_date/below', 'Below the field’s name on the card'],
    ['party:customer/block', 'A name and address block of the buyer'],
    ['same_as:total_amount', 'Same as “Total”'],
    ['form-box:2', 'Box 2 of the form'],
    ['new_rule:x', 'new rule x'],
  ])('describes %s as "%s"', (rule, expected) => expect(describeRule(rule)).toBe(expected));
});
