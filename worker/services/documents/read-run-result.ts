import { AppError } from '#core/platform/errors';
import { findRunResult } from '#core/store/document-runs';
import { requireSomewhere, type SignedInContext, tenantOf } from '../context.ts';
import { requireDocument } from './find.ts';
import { readStoredResult } from './stored-objects.ts';

/** The result of one run in its last version, as it lies in storage. @throws AppError `not_found`, `result_damaged` */
export async function openRunResult(
  context: SignedInContext,
  id: string,
  jobId: string,
): Promise<{ readonly body: Uint8Array<ArrayBuffer>; readonly etag: string }> {
  requireSomewhere(context, 'documents.read');
  const document = await requireDocument(context, id, 'documents.read');
  const found = await findRunResult(tenantOf(context), context.caller.organizationId, document.id, jobId);
  if (!found) throw new AppError('not_found', 'The document has no such run, or the run has no result.');
  return { body: await readStoredResult(context, document.id, found), etag: `"${found.sha256}"` };
}
