import type { DocumentSpec } from './field-spec.ts';
import { INVOICE } from './invoice.ts';

/** A credit note has the fields of an invoice; its amounts are reported without the minus that some issuers print. */
export const CREDIT_NOTE: DocumentSpec = INVOICE;
