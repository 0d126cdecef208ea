/** Document types. Every switch over them is exhaustive. */
export const DOCUMENT_TYPES = [
  'invoice',
  'credit_note',
  'receipt',
  'purchase_order',
  'utility_bill',
  'tax_form',
  'id_document',
  'bank_statement',
  'card_statement',
  'contract',
  'hearing_transcript',
  'other',
] as const;

export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export function isDocumentType(value: string): value is DocumentType {
  return (DOCUMENT_TYPES as readonly string[]).includes(value);
}
