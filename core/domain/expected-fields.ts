import type { DocumentType } from './document-types.ts';

/**
 * Fields expected on each document type. Each entry is a field, or several alternatives of which one is enough; a
 * missing entry is reported under its first name.
 */
export interface ExpectedFields {
  /** If one is missing, the document needs review. */
  readonly required: readonly (readonly string[])[];
  /** Present on most documents of the type. A missing one is reported and nothing else. */
  readonly usual: readonly (readonly string[])[];
}

const NOTHING: ExpectedFields = { required: [], usual: [] };

const INVOICE: ExpectedFields = {
  required: [['invoice_number'], ['invoice_date'], ['total_amount', 'gross_amount', 'amount_due']],
  usual: [['vendor_name'], ['currency']],
};

const STATEMENT: ExpectedFields = {
  required: [
    ['account_number', 'account_iban'],
    ['closing_balance', 'amount_due'],
  ],
  usual: [['opening_balance'], ['statement_date', 'period_end_date'], ['account_holder_name'], ['bank_name']],
};

export const EXPECTED_FIELDS: Readonly<Record<DocumentType, ExpectedFields>> = {
  invoice: INVOICE,
  credit_note: INVOICE,
  receipt: {
    required: [['total_amount'], ['transaction_date', 'invoice_date']],
    usual: [['vendor_name'], ['currency']],
  },
  purchase_order: {
    required: [['order_number', 'purchase_order_number', 'contract_number']],
    usual: [
      ['order_date', 'invoice_date'],
      ['vendor_name', 'advertiser_name', 'customer_name'],
      ['total_amount', 'gross_amount', 'net_amount'],
    ],
  },
  utility_bill: {
    required: [['total_amount', 'amount_due']],
    usual: [['invoice_number', 'account_number', 'customer_id'], ['invoice_date'], ['vendor_name'], ['currency']],
  },
  bank_statement: STATEMENT,
  card_statement: STATEMENT,
  id_document: {
    required: [['document_number']],
    usual: [['surname', 'full_name'], ['birth_date'], ['expiry_date']],
  },
  tax_form: NOTHING,
  contract: NOTHING,
  hearing_transcript: NOTHING,
  other: NOTHING,
};

/** Returns the expected fields that were not found, required ones first. */
export function missingFields(type: DocumentType, found: Readonly<Record<string, unknown>>): string[] {
  const { required, usual } = EXPECTED_FIELDS[type];
  return [...required, ...usual].flatMap(([name = '', ...others]) =>
    [name, ...others].some((one) => Object.hasOwn(found, one)) ? [] : [name],
  );
}

/** Returns whether one of the missing fields is required for the document type. */
export function lacksRequired(type: DocumentType, missing: readonly string[]): boolean {
  return EXPECTED_FIELDS[type].required.some(([name = '']) => missing.includes(name));
}
