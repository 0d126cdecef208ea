import { documentPrefix } from '#core/blobs/keys';
import { newId } from '#core/platform/ids';
import { listDocumentsToPurge, purgeDocument } from '#core/store/purge-documents';
import { deleteObjects } from './delete-objects.ts';
import type { Dependencies } from './services/context.ts';

/** Documents per run; the rest waits for the next one. */
const PURGE_LIMIT = 50;

/**
 * Purges documents whose grace period is over: files first, because the row is what names them to the next run, then
 * the rows. Nobody can restore such a document meanwhile.
 */
export async function purgeDocuments(dependencies: Dependencies): Promise<void> {
  const { tenant, now, log } = dependencies;
  const db = tenant('DB');
  for (const { id, organizationId } of await listDocumentsToPurge(db, now(), PURGE_LIMIT)) {
    if (!(await deleteObjects(dependencies, `${documentPrefix(organizationId, id)}/`))) continue;
    await purgeDocument(db, organizationId, id, {
      actorKind: 'system',
      actorId: 'sweeper',
      action: 'document.purged',
      targetKind: 'document',
      targetId: id,
      outcome: 'success',
      requestId: newId('request', now()),
      ip: null,
      userAgent: null,
      occurredAt: now(),
    });
    log.info('document purged', { organization_id: organizationId, document_id: id });
  }
}
