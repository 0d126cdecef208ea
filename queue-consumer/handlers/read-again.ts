import type { Fingerprint } from '#core/blobs/verified';
import type { DocumentType } from '#core/domain/document-types';
import type { DocumentId, OrganizationId } from '#core/domain/id';
import type { ReadAgainReport } from '#core/jobs/engine-service';
import { extract } from '#engine/index';
import type { Dependencies } from '../dependencies.ts';
import { boundResult } from '../pipeline/bound-result.ts';
import { readOriginal } from '../read-original.ts';

/** Extracts a stored original as a document of another type; the caller decides what becomes of it. */
export async function readOriginalAgain(
  dependencies: Dependencies,
  organizationId: OrganizationId,
  documentId: DocumentId,
  documentType: DocumentType,
  original: Fingerprint,
): Promise<ReadAgainReport> {
  const source = await readOriginal(dependencies, organizationId, documentId, original);
  if (!source.ok) return { outcome: 'failed', code: source.code, message: source.message };
  const outcome = await extract({ bytes: source.bytes, documentType }, dependencies.host);
  if (!outcome.ok) return { outcome: 'failed', ...outcome.error };
  return { outcome: 'read', result: boundResult(outcome.result) };
}
