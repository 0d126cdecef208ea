import type { LearnedKind } from '#engine/learning';

/** Fields a scorer is learned for, with the kind of candidate each takes. */
export const LEARNED_FIELDS: Readonly<Record<string, LearnedKind>> = {
  total_amount: 'amount',
  subtotal_amount: 'amount',
  tax_amount: 'amount',
  amount_due: 'amount',
  invoice_number: 'identifier',
  purchase_order_number: 'identifier',
  customer_id: 'identifier',
  invoice_date: 'date',
  transaction_date: 'date',
  due_date: 'date',
};
