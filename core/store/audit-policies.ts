import { eq } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { auditPolicies } from '../db/schema/administration.ts';
import type { OrganizationId } from '../domain/id.ts';
import { type AuditEvent, insertAuditEvent } from './audit.ts';

/** Returns the retention of the organization's audit events in days; null if not set. */
export async function readRetentionDays(db: ControlDatabase, organizationId: OrganizationId): Promise<number | null> {
  const [row] = await db
    .select({ days: auditPolicies.retentionDays })
    .from(auditPolicies)
    .where(eq(auditPolicies.organizationId, organizationId))
    .limit(1);
  return row?.days ?? null;
}

export async function writeRetentionDays(
  db: ControlDatabase,
  organizationId: OrganizationId,
  retentionDays: number,
  event: AuditEvent,
): Promise<void> {
  const values = { retentionDays, updatedAt: event.occurredAt };
  await db.batch([
    db
      .insert(auditPolicies)
      .values({ organizationId, ...values })
      .onConflictDoUpdate({ target: auditPolicies.organizationId, set: values }),
    insertAuditEvent(db, organizationId, event),
  ]);
}

/** For the sweeper: retention in days by organization id. */
export async function listRetentionDays(db: ControlDatabase): Promise<ReadonlyMap<string, number>> {
  const rows = await db.select().from(auditPolicies);
  return new Map(rows.map((row) => [row.organizationId, row.retentionDays]));
}
