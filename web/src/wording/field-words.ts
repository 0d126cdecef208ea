import type { DocumentType } from '#core/domain/document-types';
import { columnRecord, type FieldGroup, fieldRecord } from '#core/domain/fields';

/** Abbreviations written in capitals. */
const CAPITALS: ReadonlySet<string> = new Set([
  'id',
  'iban',
  'bic',
  'vat',
  'mrz',
  'ein',
  'ssn',
  'tin',
  'po',
  'gtin',
  'url',
  'xml',
]);

/** The label of a field. Form boxes and template fields are spelled out: `policy_number` → "Policy number". */
export function fieldLabel(name: string): string {
  const record = fieldRecord(name) ?? columnRecord(name);
  if (record !== undefined) return record.label;
  const box = BOX_OF_FORM.exec(name);
  if (box !== null) return `Box ${box[1] ?? ''}: ${spelled(box[2] ?? '')}`;
  const text = spelled(name);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `box12a_code`: a numbered box of an official form. */
const BOX_OF_FORM = /^box(\d+[a-z]?)_(.+)$/;

function spelled(name: string): string {
  const words = name.split('_').map((word) => (CAPITALS.has(word) ? word.toUpperCase() : word));
  return words.join(' ');
}

const GROUP_LABELS: Readonly<Record<FieldGroup, string>> = {
  document: 'Document',
  person: 'Person',
  boxes: 'Form boxes',
  seller: 'Seller',
  buyer: 'Buyer',
  amounts: 'Amounts',
  dates: 'Dates',
  payment: 'Payment',
  other: 'Other',
};

const STATEMENT_LABELS = { seller: 'Bank', buyer: 'Account holder', amounts: 'Balances', payment: 'Account' } as const;

/** Group labels on document types other than sales documents. */
const LABELS_BY_TYPE: Partial<Record<DocumentType, Partial<Record<FieldGroup, string>>>> = {
  bank_statement: STATEMENT_LABELS,
  card_statement: STATEMENT_LABELS,
  tax_form: { seller: 'Payer or employer', buyer: 'Recipient or employee' },
  utility_bill: { seller: 'Supplier', buyer: 'Customer' },
};

/** The heading of a group on a document of the given type. */
export function groupLabel(group: FieldGroup, documentType: DocumentType): string {
  return LABELS_BY_TYPE[documentType]?.[group] ?? GROUP_LABELS[group];
}

/** Groups of fields defined by templates; the first matching pattern applies. */
const GROUP_RULES: readonly (readonly [RegExp, FieldGroup])[] = [
  [/^box\d/, 'boxes'],
  [/iban|bic|bank_(name|code|address)|routing|account_number/, 'payment'],
  [/^(seller|supplier|merchant)_/, 'seller'],
  [/^(buyer|recipient|employee|account_holder)/, 'buyer'],
  [/_(date|time)$/, 'dates'],
  [/amount|balance|^total_|subtotal/, 'amounts'],
  [/(receipt|statement|credit_note)_(number|type|code)|^document_/, 'document'],
];

export function fieldGroup(name: string): FieldGroup {
  return fieldRecord(name)?.group ?? GROUP_RULES.find(([pattern]) => pattern.test(name))?.[1] ?? 'other';
}

export type WrittenAs = 'amount' | 'date' | 'text';

/** How a value is formatted: amounts and dates by locale, everything else unchanged. */
export function fieldKind(name: string): WrittenAs {
  const kind = (fieldRecord(name) ?? columnRecord(name))?.kind;
  if (kind !== undefined) return kind === 'amount' || kind === 'date' ? kind : 'text';
  if (/_date$/.test(name)) return 'date';
  return /(^|_)(amount|balance|price)($|_)/.test(name) ? 'amount' : 'text';
}
