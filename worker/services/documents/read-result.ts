import { isTerminal } from '#core/domain/document-status';
import type { ExtractionResult } from '#core/domain/result';
import { AppError } from '#core/platform/errors';
import { findResultLocation } from '#core/store/documents';
import { requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { requireOnDocument } from './find.ts';

/** The stored result object, unread: it is sent as it lies. @throws AppError `not_found`, `not_ready` */
export async function openResult(context: SignedInContext, documentId: string): Promise<R2ObjectBody> {
  requireSomewhere(context, 'documents.read');
  const found = await findResultLocation(tenantOf(context), context.caller.organizationId, documentId);
  const location = requireOnDocument(context, found, 'documents.read');
  if (location.objectKey === null) {
    throw isTerminal(location.status)
      ? new AppError('not_found', 'This document has no result; its `error` says why.')
      : new AppError('not_ready', 'The document is still being processed.', { retryAfterSeconds: 1 });
  }
  const object = await context.dependencies.files.get(location.objectKey);
  if (!object) throw new AppError('unavailable', 'The result cannot be read at the moment.', { retryAfterSeconds: 5 });
  return object;
}

/** The visible result, or null while there is none. */
export async function readResult(context: SignedInContext, documentId: string): Promise<ExtractionResult | null> {
  requireSomewhere(context, 'documents.read');
  const location = await findResultLocation(tenantOf(context), context.caller.organizationId, documentId);
  if (!location?.objectKey) return null;
  requireOnDocument(context, location, 'documents.read');
  const object = await context.dependencies.files.get(location.objectKey);
  return object ? await object.json<ExtractionResult>() : null;
}
