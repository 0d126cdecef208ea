import type { DocumentType } from '#core/domain/document-types';
import { BANK_STATEMENT } from './bank-statement.ts';
import { CREDIT_NOTE } from './credit-note.ts';
import type { DocumentSpec } from './field-spec.ts';
import { INVOICE } from './invoice.ts';
import { PURCHASE_ORDER } from './purchase-order.ts';
import { RECEIPT } from './receipt.ts';
import { UTILITY_BILL } from './utility-bill.ts';

const NOTHING: DocumentSpec = { labelled: [], totals: false, parties: false };

/** What is looked for, by document type. */
export const DOCUMENT_SPECS: Readonly<Record<DocumentType, DocumentSpec>> = {
  invoice: INVOICE,
  credit_note: CREDIT_NOTE,
  receipt: RECEIPT,
  purchase_order: PURCHASE_ORDER,
  utility_bill: UTILITY_BILL,
  bank_statement: BANK_STATEMENT,
  card_statement: BANK_STATEMENT,
  tax_form: NOTHING,
  id_document: NOTHING,
  contract: NOTHING,
  hearing_transcript: NOTHING,
  other: INVOICE,
};
