import { expect, test } from 'vitest';
import { documentHeadline } from './document-headline.ts';

const summary = {
  vendor_name: 'Northwind Ltd',
  document_number: null,
  document_date: null,
  total_amount: null,
  currency: null,
  fields_proved: 1,
  fields_supported: 0,
  fields_to_review: 1,
  fields_confirmed: 0,
  stops: 1,
};
const headline = (vendor_state: 'proved' | 'supported' | 'needs_review' | null) =>
  documentHeadline({ name: 'scan-0001.pdf', summary: { ...summary, vendor_state } });

test.each(['proved', 'supported'] as const)('a %s vendor is the headline', (state) => {
  expect(headline(state)).toBe('Northwind Ltd');
});

test.each(['needs_review', null] as const)('with a vendor in state %s the file name is the headline', (state) => {
  expect(headline(state)).toBe('scan-0001.pdf');
});

test('without a result or a vendor the file name is the headline', () => {
  expect(documentHeadline({ name: 'a.pdf', summary: null })).toBe('a.pdf');
  expect(documentHeadline({ name: 'a.pdf', summary: { ...summary, vendor_name: null, vendor_state: null } })).toBe(
    'a.pdf',
  );
});
