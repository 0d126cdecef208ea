import type { DocumentType } from '#core/domain/document-types';
import { PLAIN_FIELDS } from '#core/domain/field-roles';
import type { FieldKind } from '#core/domain/fields';
import { BANK_STATEMENT } from './bank-statement.ts';
import { CREDIT_NOTE } from './credit-note.ts';
import type { DocumentSpec, LabelledField } from './field-spec.ts';
import { INVOICE } from './invoice.ts';
import { PURCHASE_ORDER } from './purchase-order.ts';
import { RECEIPT } from './receipt.ts';
import { UTILITY_BILL } from './utility-bill.ts';

const NOTHING: DocumentSpec = { labelled: [], totals: false, parties: false };

const SPECS: Readonly<Record<DocumentType, DocumentSpec>> = {
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

/** Returns the fields to search for in a document of this type: its own, and those from the field table. */
export function specOf(type: DocumentType): DocumentSpec {
  const spec = SPECS[type];
  const plain = PLAIN_FIELDS.filter(({ on }) => on.includes(type)).map(
    ({ name, kind, role }): LabelledField => ({ name, kind: VALUE_KINDS[kind], roles: [[role, 1]] }),
  );
  return plain.length === 0 ? spec : { ...spec, labelled: [...spec.labelled, ...plain] };
}

/** Kinds of values that a label may lead to. */
const VALUE_KINDS: Readonly<Record<FieldKind, LabelledField['kind']>> = {
  amount: 'amount',
  date: 'date',
  time: 'time',
  identifier: 'identifier',
  number: 'amount',
  currency: 'text',
  name: 'text',
  address: 'text',
  phone: 'phone',
  text: 'text',
};
