import type { DocumentView } from '#core/contract/documents';
import { isTerminal } from '#core/domain/document-status';
import { findResultLocation } from '#core/store/documents';
import { requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { requireDocument } from './find.ts';
import { readStoredResult } from './stored-objects.ts';
import { documentView } from './view.ts';

/**
 * Returns a document and, if available and requested, the stored JSON text of its result.
 *
 * @throws AppError `not_found`, `result_damaged`
 */
export async function readDocument(
  context: SignedInContext,
  documentId: string,
  withResult: boolean,
): Promise<{ readonly document: DocumentView; readonly result: string | null }> {
  requireSomewhere(context, 'documents.read');
  const { organizationId } = context.caller;
  const row = await requireDocument(context, documentId, 'documents.read');
  const document = documentView(row);
  if (!withResult || !isTerminal(row.status) || row.errorCode !== null) return { document, result: null };
  const location = await findResultLocation(tenantOf(context), organizationId, row.id);
  if (!location?.result) return { document, result: null };
  return { document, result: new TextDecoder().decode(await readStoredResult(context, row.id, location.result)) };
}
