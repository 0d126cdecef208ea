import type { DocumentSpec } from './field-spec.ts';
import { INVOICE } from './invoice.ts';

/** A credit note has an invoice's fields; its amounts are given without the minus some issuers print. */
export const CREDIT_NOTE: DocumentSpec = INVOICE;
