import type { DocumentWithResult } from '#core/contract/documents';
import { isTerminal } from '#core/domain/document-status';
import { findDocument } from '#core/store/documents';
import { requirePermission, type SignedInContext, tenantOf } from '../context.ts';
import { readResult } from './read-result.ts';
import { documentNotFound, documentView } from './view.ts';

/** One document, with its result when there is one and it is wanted. @throws AppError `not_found` */
export async function readDocument(
  context: SignedInContext,
  documentId: string,
  withResult: boolean,
): Promise<DocumentWithResult> {
  requirePermission(context, 'documents.read');
  const row = await findDocument(tenantOf(context), context.caller.organizationId, documentId);
  if (!row) throw documentNotFound();
  const document = documentView(row);
  if (!withResult || !isTerminal(row.status) || row.errorCode !== null) return document;
  const result = await readResult(context, documentId);
  return result ? { ...document, result } : document;
}
