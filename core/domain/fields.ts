import type { DocumentType } from './document-types.ts';

/** Determines how a value is formatted and compared. */
export type FieldKind =
  | 'amount'
  | 'date'
  | 'time'
  | 'identifier'
  | 'currency'
  | 'number'
  | 'name'
  | 'address'
  | 'phone'
  | 'text';

/** Headings that fields are grouped under, in display order. */
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

/** A part of `subtotal + tax + extras = total`, and of `total - paid = due`. */
export type SumPart = 'subtotal' | 'tax' | 'extra' | 'total' | 'paid' | 'due';

export interface FieldRecord {
  readonly name: string;
  readonly kind: FieldKind;
  readonly group: FieldGroup;
  readonly label: string;
  /** Label on document types that use a different term for the field. */
  readonly labelOn?: Partial<Readonly<Record<DocumentType, string>>>;
  /** Role of its label phrases in `engine/languages`; defaults to the field's name. */
  readonly role?: string;
  /** Document types on which the printed label alone identifies the field; requires `role`. */
  readonly on?: readonly DocumentType[];
  readonly sum?: SumPart;
  /** Set for extras that are subtracted. */
  readonly sign?: -1;
  /**
   * Whether an independent check can prove the value. By default all fields except names and addresses, which are read
   * rather than computed. A machine-readable zone or barcode repeats the names on a card.
   */
  readonly provable?: boolean;
  /** Required for booking and paying a document. The accuracy figures of business documents count these fields. */
  readonly key?: true;
}

export interface ColumnRecord {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: string;
}

/**
 * Every field the engine knows, one per line, in display order. To add a field, add a line here and its label phrases.
 * Form boxes and template fields are defined elsewhere.
 */
export const FIELDS = [
  // Document
  { name: 'document_type', kind: 'text', group: 'document', label: 'Document type' },
  { name: 'invoice_number', kind: 'identifier', group: 'document', label: 'Invoice number', key: true },
  { name: 'document_number', kind: 'identifier', group: 'document', label: 'Document number' },
  { name: 'order_number', kind: 'identifier', group: 'document', label: 'Order number', key: true },
  { name: 'purchase_order_number', kind: 'identifier', group: 'document', label: 'Purchase order' },
  { name: 'contract_number', kind: 'identifier', group: 'document', label: 'Contract number' },
  { name: 'reference_number', kind: 'identifier', group: 'document', label: 'Reference number', key: true },
  { name: 'control_number', kind: 'identifier', group: 'document', label: 'Control number' },
  { name: 'document_code', kind: 'identifier', group: 'document', label: 'Document code' },
  { name: 'tax_year', kind: 'identifier', group: 'document', label: 'Tax year' },
  { name: 'mrz', kind: 'text', group: 'document', label: 'Machine-readable zone' },

  // Person on a card, passport or licence
  { name: 'surname', kind: 'name', group: 'person', label: 'Surname', provable: true },
  { name: 'given_names', kind: 'name', group: 'person', label: 'Given names', provable: true },
  { name: 'full_name', kind: 'name', group: 'person', label: 'Full name' },
  { name: 'birth_date', kind: 'date', group: 'person', label: 'Birth date' },
  { name: 'birth_place', kind: 'text', group: 'person', label: 'Birth place' },
  { name: 'sex', kind: 'text', group: 'person', label: 'Sex' },
  { name: 'nationality', kind: 'text', group: 'person', label: 'Nationality' },
  { name: 'personal_number', kind: 'identifier', group: 'person', label: 'Personal number' },
  { name: 'address', kind: 'address', group: 'person', label: 'Address', provable: true },
  { name: 'category', kind: 'identifier', group: 'document', label: 'Category' },
  { name: 'issuing_country', kind: 'text', group: 'document', label: 'Issuing country' },
  { name: 'issuing_state', kind: 'text', group: 'document', label: 'Issuing state' },
  { name: 'issuing_authority', kind: 'text', group: 'document', label: 'Issuing authority' },

  // Parties
  { name: 'employer_name', kind: 'name', group: 'seller', label: 'Employer name' },
  { name: 'employer_address', kind: 'address', group: 'seller', label: 'Employer address' },
  { name: 'employer_ein', kind: 'identifier', group: 'seller', label: 'Employer EIN' },
  { name: 'payer_name', kind: 'name', group: 'seller', label: 'Payer name' },
  { name: 'payer_address', kind: 'address', group: 'seller', label: 'Payer address' },
  { name: 'payer_tin', kind: 'identifier', group: 'seller', label: 'Payer TIN' },
  { name: 'employee_name', kind: 'name', group: 'buyer', label: 'Employee name' },
  { name: 'employee_address', kind: 'address', group: 'buyer', label: 'Employee address' },
  { name: 'employee_ssn', kind: 'identifier', group: 'buyer', label: 'Employee SSN' },
  { name: 'recipient_name', kind: 'name', group: 'buyer', label: 'Recipient name' },
  { name: 'recipient_address', kind: 'address', group: 'buyer', label: 'Recipient address' },
  { name: 'recipient_tin', kind: 'identifier', group: 'buyer', label: 'Recipient TIN' },
  { name: 'account_holder_name', kind: 'name', group: 'buyer', label: 'Account holder name' },
  { name: 'account_holder_address', kind: 'address', group: 'buyer', label: 'Account holder address' },
  { name: 'vendor_name', kind: 'name', group: 'seller', label: 'Seller', key: true },
  { name: 'vendor_address', kind: 'address', group: 'seller', label: 'Seller’s address' },
  { name: 'vendor_tax_id', kind: 'identifier', group: 'seller', label: 'Seller’s tax ID', key: true },
  { name: 'vendor_phone', kind: 'phone', group: 'seller', label: 'Seller’s phone' },
  { name: 'customer_name', kind: 'name', group: 'buyer', label: 'Buyer', key: true },
  { name: 'customer_address', kind: 'address', group: 'buyer', label: 'Buyer’s address' },
  { name: 'customer_tax_id', kind: 'identifier', group: 'buyer', label: 'Buyer’s tax ID', key: true },
  { name: 'customer_id', kind: 'identifier', group: 'buyer', label: 'Customer number' },
  { name: 'service_address', kind: 'address', group: 'buyer', label: 'Service address' },
  { name: 'advertiser_name', kind: 'name', group: 'other', label: 'Advertiser name', key: true },

  // Amounts; `sum` is the field's part in subtotal + taxes + extras = total and total − paid = due
  { name: 'opening_balance', kind: 'amount', group: 'amounts', label: 'Opening balance' },
  { name: 'total_deposits', kind: 'amount', group: 'amounts', label: 'Total deposits' },
  { name: 'total_withdrawals', kind: 'amount', group: 'amounts', label: 'Total withdrawals' },
  { name: 'total_checks', kind: 'amount', group: 'amounts', label: 'Total checks' },
  { name: 'closing_balance', kind: 'amount', group: 'amounts', label: 'Closing balance' },
  { name: 'subtotal_amount', kind: 'amount', group: 'amounts', label: 'Net total', sum: 'subtotal', key: true },
  {
    name: 'discount_amount',
    kind: 'amount',
    group: 'amounts',
    label: 'Discount',
    role: 'discount',
    sum: 'extra',
    sign: -1,
  },
  { name: 'charges_amount', kind: 'amount', group: 'amounts', label: 'Charges', role: 'charges', sum: 'extra' },
  { name: 'shipping_amount', kind: 'amount', group: 'amounts', label: 'Shipping', role: 'shipping', sum: 'extra' },
  { name: 'tax_amount', kind: 'amount', group: 'amounts', label: 'Tax', sum: 'tax', key: true },
  { name: 'tip_amount', kind: 'amount', group: 'amounts', label: 'Tip', role: 'tip', sum: 'extra' },
  { name: 'rounding_amount', kind: 'amount', group: 'amounts', label: 'Rounding', role: 'rounding', sum: 'extra' },
  { name: 'total_amount', kind: 'amount', group: 'amounts', label: 'Total', sum: 'total', key: true },
  { name: 'gross_amount', kind: 'amount', group: 'amounts', label: 'Gross amount', key: true },
  { name: 'tendered_amount', kind: 'amount', group: 'amounts', label: 'Tendered' },
  { name: 'change_amount', kind: 'amount', group: 'amounts', label: 'Change' },
  { name: 'amount_paid', kind: 'amount', group: 'amounts', label: 'Already paid', sum: 'paid' },
  { name: 'previous_balance_amount', kind: 'amount', group: 'amounts', label: 'Previous balance' },
  { name: 'amount_due', kind: 'amount', group: 'amounts', label: 'Amount due', sum: 'due', key: true },
  {
    name: 'credit_limit_amount',
    kind: 'amount',
    group: 'amounts',
    label: 'Credit limit',
    role: 'credit_limit',
    on: ['bank_statement', 'card_statement'],
  },
  {
    name: 'minimum_payment_amount',
    kind: 'amount',
    group: 'amounts',
    label: 'Minimum payment',
    role: 'minimum_payment',
    on: ['bank_statement', 'card_statement'],
  },
  { name: 'currency', kind: 'currency', group: 'amounts', label: 'Currency', key: true },

  // Dates
  { name: 'statement_date', kind: 'date', group: 'dates', label: 'Statement date' },
  { name: 'period_start_date', kind: 'date', group: 'dates', label: 'Period start date' },
  { name: 'period_end_date', kind: 'date', group: 'dates', label: 'Period end date' },
  { name: 'invoice_date', kind: 'date', group: 'dates', label: 'Invoice date', key: true },
  { name: 'transaction_date', kind: 'date', group: 'dates', label: 'Date of purchase', key: true },
  { name: 'transaction_time', kind: 'time', group: 'dates', label: 'Time of purchase' },
  { name: 'due_date', kind: 'date', group: 'dates', label: 'Due date', key: true },
  { name: 'order_date', kind: 'date', group: 'dates', label: 'Order date' },
  { name: 'delivery_date', kind: 'date', group: 'dates', label: 'Delivery date' },
  { name: 'service_start_date', kind: 'date', group: 'dates', label: 'Service from', key: true },
  { name: 'service_end_date', kind: 'date', group: 'dates', label: 'Service until', key: true },
  { name: 'issue_date', kind: 'date', group: 'dates', label: 'Issue date' },
  { name: 'expiry_date', kind: 'date', group: 'dates', label: 'Expiry date' },
  { name: 'signature_date', kind: 'date', group: 'dates', label: 'Signature date' },

  // Payment
  { name: 'bank_name', kind: 'name', group: 'payment', label: 'Bank name' },
  { name: 'bank_address', kind: 'address', group: 'payment', label: 'Bank address' },
  {
    name: 'bank_code',
    kind: 'identifier',
    group: 'payment',
    label: 'Bank code',
    role: 'bank_code',
    on: ['bank_statement'],
  },
  { name: 'account_number', kind: 'identifier', group: 'payment', label: 'Account number' },
  { name: 'account_iban', kind: 'identifier', group: 'payment', label: 'Account IBAN' },
  { name: 'vendor_iban', kind: 'identifier', group: 'payment', label: 'IBAN', key: true },
  { name: 'vendor_bic', kind: 'identifier', group: 'payment', label: 'BIC' },
  { name: 'payment_reference', kind: 'identifier', group: 'payment', label: 'Payment reference' },
  { name: 'payment_message', kind: 'text', group: 'payment', label: 'Payment message' },
  { name: 'payment_terms', kind: 'text', group: 'payment', label: 'Payment terms', provable: false },
] as const satisfies readonly FieldRecord[];

/** Columns of line items and statement rows in display order; `amount` and `balance` come last. */
export const COLUMNS = [
  { name: 'product_code', kind: 'identifier', label: 'Item number' },
  { name: 'description', kind: 'text', label: 'Description' },
  { name: 'date', kind: 'date', label: 'Date' },
  { name: 'service_date', kind: 'date', label: 'Service date' },
  { name: 'quantity', kind: 'number', label: 'Quantity' },
  { name: 'unit', kind: 'text', label: 'Unit' },
  { name: 'unit_price', kind: 'amount', label: 'Unit price' },
  { name: 'discount', kind: 'amount', label: 'Discount' },
  { name: 'tax_rate', kind: 'number', label: 'Tax rate' },
  { name: 'tax_amount', kind: 'amount', label: 'Tax' },
  { name: 'amount', kind: 'amount', label: 'Amount' },
  { name: 'balance', kind: 'amount', label: 'Balance' },
] as const satisfies readonly ColumnRecord[];

export type FieldName = (typeof FIELDS)[number]['name'];

const BY_NAME: ReadonlyMap<string, FieldRecord> = new Map(FIELDS.map((field) => [field.name, field]));

const COLUMNS_BY_NAME: ReadonlyMap<string, ColumnRecord> = new Map(COLUMNS.map((column) => [column.name, column]));

export function columnRecord(name: string): ColumnRecord | undefined {
  return COLUMNS_BY_NAME.get(name);
}

/** Returns the record of a field; undefined for form boxes and template fields. */
export function fieldRecord(name: string): FieldRecord | undefined {
  return BY_NAME.get(name);
}

/** Returns whether an independent check can prove the field. Template fields are judged by their name. */
export function isProvable(name: string): boolean {
  const field = fieldRecord(name);
  if (field === undefined) return !/_(?:name|address)$/.test(name);
  return field.provable ?? (field.kind !== 'name' && field.kind !== 'address');
}

/** Fields required for booking and paying business documents, counted by the accuracy figures. */
export const KEY_FIELDS: ReadonlySet<string> = new Set(
  FIELDS.filter((field: FieldRecord) => field.key === true).map(({ name }) => name),
);
