import type { DocumentType } from './document-types.ts';

/**
 * What a document of a type is expected to hold. Each entry is a field, or several of which one is enough; what is
 * missing is reported by the first name.
 */
export interface ExpectedFields {
  /** Without these a document is not completed: a person looks at it. */
  readonly required: readonly (readonly string[])[];
  /** Found on most documents of the type; their absence is only reported. */
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

/** Expected fields that were not found, the required ones first. */
export function missingFields(type: DocumentType, found: Readonly<Record<string, unknown>>): string[] {
  const { required, usual } = EXPECTED_FIELDS[type];
  return [...required, ...usual].flatMap(([name = '', ...others]) =>
    [name, ...others].some((one) => Object.hasOwn(found, one)) ? [] : [name],
  );
}

/** Whether a field without which a document of the type is not completed is among the missing ones. */
export function lacksRequired(type: DocumentType, missing: readonly string[]): boolean {
  return EXPECTED_FIELDS[type].required.some(([name = '']) => missing.includes(name));
}
