import { newId } from '#core/platform/ids';
import {
  closeOrganization,
  deleteTenantRows,
  finishPurge,
  listOrganizationsToPurge,
} from '#core/store/purge-organization';
import type { Dependencies } from './services/context.ts';

/** Organizations per run; what is left waits for the next one. */
const PURGE_LIMIT = 5;
/** Objects R2 lists and deletes at once at most. */
const OBJECTS_AT_ONCE = 1_000;
/** Listings per organization and run: a large one takes several runs. */
const LISTINGS = 10;

/**
 * Ends the organizations whose time to be taken back is over: rows first, so that no job writes any more, then objects,
 * then everything that says who belonged to it. The audit log stays for as long as it is kept anyway.
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

/** False: more are left than one run deletes. */
async function deleteObjects({ files }: Dependencies, prefix: string): Promise<boolean> {
  for (let listing = 0; listing < LISTINGS; listing++) {
    const { objects, truncated } = await files.list({ prefix, limit: OBJECTS_AT_ONCE });
    if (objects.length > 0) await files.delete(objects.map((object) => object.key));
    if (!truncated) return true;
  }
  return false;
}
