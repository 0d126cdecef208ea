import type { DocumentType } from '#core/domain/document-types';
import type { FieldName } from '#core/domain/fields';
import type { LearnedKind } from './candidate-features.ts';

/** A field with a learned scorer. */
export interface LearnedField {
  readonly name: FieldName;
  readonly kind: LearnedKind;
  /** Document types the scorer was trained on, with and without the field. */
  readonly types: readonly DocumentType[];
  /** Reported without the minus that some issuers print. */
  readonly unsigned?: boolean;
  /** The same number may also belong to another field. */
  readonly mayRepeat?: boolean;
  /** The date must not be before that of this field, which comes earlier in the table. */
  readonly notBefore?: FieldName;
  /** Must be smaller than the total, if that is known. */
  readonly partOfTotal?: boolean;
}

const BILLS = ['invoice', 'credit_note', 'utility_bill'] as const;
const STATEMENTS = ['bank_statement'] as const;

export const LEARNED_FIELDS: readonly LearnedField[] = [
  { name: 'invoice_number', kind: 'identifier', types: BILLS },
  { name: 'order_number', kind: 'identifier', types: [...BILLS, 'purchase_order'] },
  { name: 'purchase_order_number', kind: 'identifier', types: BILLS },
  { name: 'customer_id', kind: 'identifier', types: BILLS },
  { name: 'payment_reference', kind: 'identifier', types: BILLS, mayRepeat: true },
  { name: 'account_number', kind: 'identifier', types: ['utility_bill', ...STATEMENTS] },
  { name: 'invoice_date', kind: 'date', types: BILLS },
  { name: 'due_date', kind: 'date', types: BILLS, notBefore: 'invoice_date' },
  { name: 'delivery_date', kind: 'date', types: BILLS },
  { name: 'order_date', kind: 'date', types: [...BILLS, 'purchase_order'] },
  { name: 'service_start_date', kind: 'date', types: [...BILLS, 'purchase_order'] },
  { name: 'service_end_date', kind: 'date', types: [...BILLS, 'purchase_order'], notBefore: 'service_start_date' },
  { name: 'transaction_date', kind: 'date', types: ['receipt'] },
  { name: 'total_amount', kind: 'amount', types: BILLS },
  { name: 'subtotal_amount', kind: 'amount', types: [...BILLS, 'receipt'], partOfTotal: true },
  { name: 'tax_amount', kind: 'amount', types: [...BILLS, 'receipt'], partOfTotal: true },
  { name: 'discount_amount', kind: 'amount', types: BILLS, unsigned: true, partOfTotal: true },
  { name: 'shipping_amount', kind: 'amount', types: BILLS, partOfTotal: true },
  { name: 'amount_due', kind: 'amount', types: BILLS },
  { name: 'amount_paid', kind: 'amount', types: BILLS, unsigned: true },
  { name: 'total_deposits', kind: 'amount', types: STATEMENTS, unsigned: true },
  { name: 'total_withdrawals', kind: 'amount', types: STATEMENTS, unsigned: true },
];
