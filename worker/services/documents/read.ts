import { resultKey } from '#core/blobs/keys';
import type { DocumentView } from '#core/contract/documents';
import { isTerminal } from '#core/domain/document-status';
import type { DocumentId, JobId } from '#core/domain/id';
import { requireSomewhere, type SignedInContext } from '../context.ts';
import { requireDocument } from './find.ts';
import { documentView } from './view.ts';

/**
 * One document and, when there is one and it is wanted, the JSON text of its result as it lies in storage.
 *
 * @throws AppError `not_found`
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
  const key = resultKey(organizationId, row.id as DocumentId, row.currentJobId as JobId);
  const object = await context.dependencies.files.get(key);
  return { document, result: object ? await object.text() : null };
}
