import type { DocumentType } from '#core/domain/document-types';
import type { TypeEvidenceName } from '../languages/language.ts';

/**
 * Weights of the language files' phrases for each document type. A title has full weight alone in the upper part of a
 * page in large or bold type or capitals, and little weight elsewhere; other phrases count anywhere.
 */
export const TYPE_EVIDENCE: readonly {
  readonly name: TypeEvidenceName;
  readonly type: DocumentType;
  readonly title: boolean;
  readonly weight: number;
}[] = [
  { name: 'invoice_title', type: 'invoice', title: true, weight: 7 },
  { name: 'invoice_till_title', type: 'invoice', title: true, weight: 4 },
  { name: 'invoice_reference', type: 'invoice', title: false, weight: 2 },
  { name: 'invoice_terms', type: 'invoice', title: false, weight: 0.6 },
  { name: 'self_billing', type: 'invoice', title: false, weight: 14 },
  { name: 'credit_note_title', type: 'credit_note', title: true, weight: 11 },
  { name: 'credit_note_reference', type: 'credit_note', title: false, weight: 4 },
  { name: 'receipt_title', type: 'receipt', title: true, weight: 7 },
  { name: 'receipt_words', type: 'receipt', title: false, weight: 1.5 },
  { name: 'purchase_order_title', type: 'purchase_order', title: true, weight: 8 },
  { name: 'purchase_order_words', type: 'purchase_order', title: false, weight: 1.6 },
  { name: 'utility_bill_words', type: 'utility_bill', title: false, weight: 3 },
  { name: 'bank_statement_title', type: 'bank_statement', title: true, weight: 9 },
  { name: 'bank_statement_words', type: 'bank_statement', title: false, weight: 3.4 },
  { name: 'card_statement_words', type: 'card_statement', title: false, weight: 3.2 },
  { name: 'tax_form_words', type: 'tax_form', title: false, weight: 6 },
  { name: 'identity_title', type: 'id_document', title: false, weight: 4 },
  { name: 'identity_other_title', type: 'id_document', title: false, weight: 4 },
  { name: 'identity_labels', type: 'id_document', title: false, weight: 1.3 },
  { name: 'licence_numbers', type: 'id_document', title: false, weight: 1.6 },
  { name: 'contract_title', type: 'contract', title: true, weight: 9 },
  { name: 'contract_words', type: 'contract', title: false, weight: 3 },
  { name: 'hearing_words', type: 'hearing_transcript', title: false, weight: 4 },
  // Quotes, delivery notes, remittance advices: below the titles of invoices and orders that name them too.
  { name: 'trade_paper_title', type: 'other', title: true, weight: 6 },
  { name: 'other_title', type: 'other', title: true, weight: 9 },
  { name: 'other_words', type: 'other', title: false, weight: 3 },
];
