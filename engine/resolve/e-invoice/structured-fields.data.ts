import type { FieldName } from '#core/domain/fields';
import type { LabelRole } from '../../candidates/labels.ts';
import type { SightingKind } from '../printed/printed-values.ts';

/** How to compare a field of an e-invoice with the page, and the label of its printed value. */
export interface PageComparison {
  readonly kind: SightingKind;
  readonly role?: LabelRole;
}

const COMPARISONS: Partial<Readonly<Record<FieldName, PageComparison>>> = {
  invoice_number: { kind: 'identifier', role: 'invoice_number' },
  order_number: { kind: 'identifier', role: 'order_number' },
  purchase_order_number: { kind: 'identifier', role: 'purchase_order_number' },
  customer_id: { kind: 'identifier', role: 'customer_id' },
  vendor_iban: { kind: 'identifier', role: 'iban' },
  vendor_tax_id: { kind: 'identifier' },
  customer_tax_id: { kind: 'identifier' },
  payment_reference: { kind: 'identifier', role: 'payment_reference' },
  currency: { kind: 'identifier' },
  invoice_date: { kind: 'date', role: 'invoice_date' },
  order_date: { kind: 'date', role: 'order_date' },
  due_date: { kind: 'date', role: 'due_date' },
  delivery_date: { kind: 'date', role: 'delivery_date' },
  service_start_date: { kind: 'date', role: 'period_start' },
  service_end_date: { kind: 'date', role: 'period_end' },
  subtotal_amount: { kind: 'amount', role: 'subtotal' },
  tax_amount: { kind: 'amount', role: 'tax' },
  total_amount: { kind: 'amount', role: 'total' },
  amount_due: { kind: 'amount', role: 'amount_due' },
  amount_paid: { kind: 'amount', role: 'amount_paid' },
  discount_amount: { kind: 'amount', role: 'discount' },
  charges_amount: { kind: 'amount', role: 'charges' },
  vendor_name: { kind: 'phrase' },
  vendor_address: { kind: 'phrase' },
  customer_name: { kind: 'phrase' },
  customer_address: { kind: 'phrase' },
  payment_terms: { kind: 'phrase' },
};

export const PAGE_COMPARISONS: Readonly<Record<string, PageComparison>> = COMPARISONS;

/**
 * Fields whose labelled value on the page may contradict the XML. Other fields are printed in parts or in several forms
 * (a tax per rate, an order number without its prefix), so a different print proves nothing.
 */
export const CONTRADICTABLE: ReadonlySet<string> = new Set<FieldName>([
  'invoice_number',
  'invoice_date',
  'order_date',
  'due_date',
  'vendor_iban',
  'subtotal_amount',
  'tax_amount',
  'total_amount',
  'amount_due',
]);
