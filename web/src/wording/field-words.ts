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
  'po',
  'gtin',
  'url',
  'xml',
]);

/** A field's name for people: `vendor_tax_id` → "Vendor tax ID". Names nobody listed are spelled out. */
export function fieldLabel(name: string): string {
  const listed = FIELD_LABELS[name];
  if (listed !== undefined) return listed;
  const words = name.split('_').map((word) => (CAPITALS.has(word) ? word.toUpperCase() : word));
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const FIELD_GROUPS = ['document', 'seller', 'buyer', 'amounts', 'dates', 'payment', 'other'] as const;

export type FieldGroup = (typeof FIELD_GROUPS)[number];

export const GROUP_LABELS: Readonly<Record<FieldGroup, string>> = {
  document: 'Document',
  seller: 'Seller',
  buyer: 'Buyer',
  amounts: 'Amounts',
  dates: 'Dates',
  payment: 'Payment',
  other: 'Other',
};

/** The first that matches decides; the order puts `vendor_iban` to payment and `due_date` to dates. */
const GROUP_RULES: readonly (readonly [RegExp, FieldGroup])[] = [
  [/iban|bic|payment_terms|payment_reference|bank_(name|code|address)|routing|account_number/, 'payment'],
  [/^(vendor|seller|supplier|merchant|employer|payer)_/, 'seller'],
  [/^(customer|buyer|recipient|employee|account_holder|service_address)/, 'buyer'],
  [/_(date|time)$/, 'dates'],
  [/amount|^currency$|balance|^total_|subtotal|^box\w*_(wages|income|tax)/, 'amounts'],
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
  if (/(^|_)(amount|balance|price|deposits|withdrawals)($|_)/.test(name)) return 'amount';
  return 'text';
}
