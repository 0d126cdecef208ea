import { isTerminal } from '#core/domain/document-status';
import type { ExtractionResult } from '#core/domain/result';
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

/** Returns the current result; null if there is none. */
export async function readResult(context: SignedInContext, documentId: string): Promise<ExtractionResult | null> {
  requireSomewhere(context, 'documents.read');
  const location = await findResultLocation(tenantOf(context), context.caller.organizationId, documentId);
  if (!location?.result) return null;
  requireOnDocument(context, location, 'documents.read');
  return JSON.parse(new TextDecoder().decode(await readStoredResult(context, documentId, location.result)));
}
