import type { DocumentView } from '#core/contract/documents';
import { isTerminal } from '#core/domain/document-status';
import { requireSomewhere, type SignedInContext } from '../context.ts';
import { type EmbeddedResult, readEmbeddedResult } from './embedded-result.ts';
import { requireDocument } from './find.ts';
import { documentView } from './view.ts';

/**
 * Returns a document and, if available and requested, its result.
 *
 * @throws AppError `not_found`, `result_damaged`
 */
export async function readDocument(
  context: SignedInContext,
  documentId: string,
  withResult: boolean,
): Promise<{ readonly document: DocumentView; readonly result: EmbeddedResult | null }> {
  requireSomewhere(context, 'documents.read');
  const row = await requireDocument(context, documentId, 'documents.read');
  const document = documentView(row);
  if (!withResult || !isTerminal(row.status) || row.errorCode !== null) return { document, result: null };
  return { document, result: await readEmbeddedResult(context, row.id) };
}
