import { deleteOldEvents } from '#core/store/events';
import { deleteOldDeliveries, listOrganizationsWithDueDeliveries } from '#core/store/webhook-deliveries';
import type { Dependencies } from './services/context.ts';

const SHARD = 'DB';
/** Organizations per run; the rest waits for the next run. */
const WAKE_LIMIT = 500;
const DAY_MS = 86_400_000;

/** Has overdue deliveries sent whose message was lost, or whose retry is further away than a message can wait. */
export async function wakeOverdueWebhooks({ tenant, now, wakeWebhooks }: Dependencies): Promise<void> {
  for (const organizationId of await listOrganizationsWithDueDeliveries(tenant(SHARD), now(), WAKE_LIMIT))
    await wakeWebhooks({ v: 1, organizationId, shard: SHARD });
}

/** Deletes events and deliveries after the setting EVENT_DAYS. */
export async function deleteExpiredEvents({ tenant, now, settings }: Dependencies): Promise<void> {
  const before = now() - settings.EVENT_DAYS * DAY_MS;
  await deleteOldDeliveries(tenant(SHARD), before);
  await deleteOldEvents(tenant(SHARD), before);
}
