import { CONTROL_BINDING } from '#core/db/connect';
import type { OrganizationId } from '#core/domain/id';
import { listOldestEvents, listOrganizationsToSeal } from '#core/store/audit-chain';
import { listRetentionDays } from '#core/store/audit-policies';
import type { Dependencies } from './services/context.ts';

/** Organizations sealed per run, longest waiting first; the rest waits for the next run. */
const SEAL_LIMIT = 100;
/** Organizations sealed concurrently: each Durable Object waits briefly for more events before it seals. */
const SEALED_AT_ONCE = 20;
/** Batches of old events deleted per organization and run. */
const PURGE_SLICES = 20;
const DAY_MS = 86_400_000;
/** Minute of the day (UTC) at which expired events are purged. Daily, because it reads a whole index. */
const PURGE_MINUTE = 3 * 60;

/** Seals audit events that their own request did not seal and, once a day, deletes expired ones. */
export async function sweepAudit(dependencies: Dependencies, sealLimit = SEAL_LIMIT): Promise<void> {
  const { tenant, settings, organization, now, log } = dependencies;
  const seal = async (id: OrganizationId): Promise<void> => {
    try {
      await organization(id).sealAudit(CONTROL_BINDING);
    } catch (error) {
      // A failure for one organization must not block the others; the next run retries it.
      log.error('audit events not sealed', error, { organization_id: id });
    }
  };
  const before = now() - settings.AUDIT_SEAL_AGE_SECONDS * 1000;
  const waiting = await listOrganizationsToSeal(tenant(CONTROL_BINDING), before, sealLimit);
  for (let start = 0; start < waiting.length; start += SEALED_AT_ONCE) {
    await Promise.all(waiting.slice(start, start + SEALED_AT_ONCE).map(seal));
  }
  if (Math.floor((now() % DAY_MS) / 60_000) === PURGE_MINUTE) await purgeAudit(dependencies);
}

/** Deletes events past their organization's retention, within the limits of one run. */
export async function purgeAudit({ tenant, control, settings, organization, now, log }: Dependencies): Promise<void> {
  const own = await listRetentionDays(control);
  let deleted = 0;
  for (const { organizationId, oldest } of await listOldestEvents(tenant(CONTROL_BINDING))) {
    const before = now() - (own.get(organizationId) ?? settings.AUDIT_RETENTION_DAYS) * DAY_MS;
    if (oldest >= before) continue;
    for (let slice = 0; slice < PURGE_SLICES; slice++) {
      const gone = await organization(organizationId).purgeAudit(CONTROL_BINDING, before, now());
      deleted += gone;
      if (gone === 0) break;
    }
  }
  if (deleted > 0) log.info('audit events past their time deleted', { deleted });
}
