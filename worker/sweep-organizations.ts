import { newId } from '#core/platform/ids';
import {
  closeOrganization,
  deleteTenantRows,
  finishPurge,
  listOrganizationsToPurge,
} from '#core/store/purge-organization';
import { deleteObjects } from './delete-objects.ts';
import type { Dependencies } from './services/context.ts';

/** Organizations per run; the rest waits for the next run. */
const PURGE_LIMIT = 5;

/**
 * Deletes organizations whose grace period has ended: first the tenant rows, so that no job can write any more, then
 * the objects, then members and all other control data. The audit log is kept for its normal retention.
 */
export async function purgeOrganizations(dependencies: Dependencies): Promise<void> {
  const { control, tenant, organization, now, log } = dependencies;
  for (const { id, shard } of await listOrganizationsToPurge(control, now(), PURGE_LIMIT)) {
    if (!(await closeOrganization(control, id, now()))) continue;
    await organization(id).disconnect();
    await deleteTenantRows(tenant(shard), id);
    if (!(await deleteObjects(dependencies, `${id}/`))) continue;
    await finishPurge(control, id, {
      actorKind: 'system',
      actorId: 'sweeper',
      action: 'organization.purged',
      targetKind: 'organization',
      targetId: id,
      outcome: 'success',
      requestId: newId('request', now()),
      ip: null,
      userAgent: null,
      occurredAt: now(),
    });
    log.info('organization purged', { organization_id: id });
  }
}
