import { isTerminal } from '#core/domain/document-status';
import { AppError } from '#core/platform/errors';
import { findResultLocation } from '#core/store/documents';
import { requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { requireOnDocument } from './find.ts';
import { readStoredResult } from './stored-objects.ts';

/** Returns the stored result without parsing it. @throws AppError `not_found`, `not_ready`, `result_damaged` */
export async function openResult(
  context: SignedInContext,
  documentId: string,
): Promise<{ readonly body: Uint8Array<ArrayBuffer>; readonly etag: string }> {
  requireSomewhere(context, 'documents.read');
  const found = await findResultLocation(tenantOf(context), context.caller.organizationId, documentId);
  const location = requireOnDocument(context, found, 'documents.read');
  if (location.result === null) {
    throw isTerminal(location.status)
      ? new AppError('not_found', 'The document has no result. See its `error` for the reason.')
      : new AppError('not_ready', 'The document is still being processed.', { retryAfterSeconds: 1 });
  }
  const body = await readStoredResult(context, documentId, location.result);
  return { body, etag: `"${location.result.sha256}"` };
}
