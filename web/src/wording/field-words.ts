import type { DocumentType } from '#core/domain/document-types';
import { FIELD_LABELS } from './field-labels.data.ts';

/** Short forms that stay in capitals inside a name. */
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

/** A field's name for people: `vendor_tax_id` → "Vendor tax ID". Names nobody listed are spelled out. */
export function fieldLabel(name: string): string {
  const listed = FIELD_LABELS[name];
  if (listed !== undefined) return listed;
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

export const FIELD_GROUPS = [
  'document',
  'person',
  'seller',
  'buyer',
  'amounts',
  'boxes',
  'dates',
  'payment',
  'other',
] as const;

export type FieldGroup = (typeof FIELD_GROUPS)[number];

const GROUP_LABELS: Readonly<Record<FieldGroup, string>> = {
  document: 'Document',
  person: 'Person',
  boxes: 'Boxes of the form',
  seller: 'Seller',
  buyer: 'Buyer',
  amounts: 'Amounts',
  dates: 'Dates',
  payment: 'Payment',
  other: 'Other',
};

const STATEMENT_LABELS = { seller: 'Bank', buyer: 'Account holder', amounts: 'Balances', payment: 'Account' } as const;

/** What the parties are called on papers that are no sale. */
const LABELS_BY_TYPE: Partial<Record<DocumentType, Partial<Record<FieldGroup, string>>>> = {
  bank_statement: STATEMENT_LABELS,
  card_statement: STATEMENT_LABELS,
  tax_form: { seller: 'Payer or employer', buyer: 'Recipient or employee' },
  utility_bill: { seller: 'Supplier', buyer: 'Customer' },
};

/** The heading of a group on a document of that type. */
export function groupLabel(group: FieldGroup, documentType: DocumentType): string {
  return LABELS_BY_TYPE[documentType]?.[group] ?? GROUP_LABELS[group];
}

/** The first that matches decides; the order puts `vendor_iban` to payment and `due_date` to dates. */
const GROUP_RULES: readonly (readonly [RegExp, FieldGroup])[] = [
  [/^box\d/, 'boxes'],
  [
    /^(surname|given_names|full_name|sex|nationality|birth_(date|place)|personal_number|address|height|weight|eyes|hair)$/,
    'person',
  ],
  [/iban|bic|payment_terms|payment_reference|bank_(name|code|address)|routing|account_number/, 'payment'],
  [/^(vendor|seller|supplier|merchant|employer|payer)_/, 'seller'],
  [/^(customer|buyer|recipient|employee|account_holder|service_address)/, 'buyer'],
  [/_(date|time)$/, 'dates'],
  [/amount|^currency$|balance|^total_|subtotal/, 'amounts'],
  [
    /(invoice|order|document|receipt|statement|credit_note|reference)_(number|type|code|subtype)|^document_/,
    'document',
  ],
];

export function fieldGroup(name: string): FieldGroup {
  return GROUP_RULES.find(([pattern]) => pattern.test(name))?.[1] ?? 'other';
}

export type FieldKind = 'amount' | 'date' | 'text';

/** How to write a value: amounts and dates by the reader's locale, everything else as it is. */
export function fieldKind(name: string): FieldKind {
  if (/_date$|^date$/.test(name)) return 'date';
  if (/(^|_)(amount|balance|price|deposits|withdrawals|checks)($|_)/.test(name)) return 'amount';
  return 'text';
}
