import type { DocumentType } from '#core/domain/document-types';

/** Documents whose sender is a bank and whose recipient holds the account. */
export const STATEMENTS: ReadonlySet<DocumentType> = new Set(['bank_statement', 'card_statement']);
