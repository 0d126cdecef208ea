import { exportPrefix } from '#core/blobs/keys';
import { expireExport, listExpiredExports, listOrganizationsWithExports } from '#core/store/export-work';
import { deleteObjects } from './delete-objects.ts';
import type { Dependencies } from './services/context.ts';

const SHARD = 'DB';
/** Organizations and files per run; the rest waits for the next run. */
const LIMIT = 100;

/** Has exports made whose message was lost or whose worker stopped. */
export async function wakeOpenExports({ tenant, now, wakeExports }: Dependencies): Promise<void> {
  for (const organizationId of await listOrganizationsWithExports(tenant(SHARD), now(), LIMIT))
    await wakeExports({ v: 1, organizationId, shard: SHARD });
}

/** Deletes the files of exports after the setting EXPORT_DAYS; the ledger stays. */
export async function deleteExpiredExports(dependencies: Dependencies): Promise<void> {
  const db = dependencies.tenant(SHARD);
  for (const expired of await listExpiredExports(db, dependencies.now(), LIMIT))
    if (await deleteObjects(dependencies, exportPrefix(expired.organizationId, expired.id)))
      await expireExport(db, expired);
}
