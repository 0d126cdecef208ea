import { and, eq, getTableColumns, getTableName, lte, type SQL, sql, type Table } from 'drizzle-orm';
import type { ControlDatabase, TenantDatabase } from '../db/connect.ts';
import { organizations } from '../db/schema/control.ts';
import type { OrganizationId } from '../domain/id.ts';
import { type AuditEvent, insertAuditEventIfChanged } from './audit.ts';
import { CONTROL_TABLES, TENANT_TABLES } from './system.ts';

/**
 * The end of an organization whose time to take it back is over. Reached by the sweeper only. Every step can be done
 * again: whatever stops it, the next run goes on.
 */

/** Kept: the proof of what was done (it has a retention of its own), and sessions, whose people may work elsewhere. */
const KEPT: ReadonlySet<string> = new Set(['audit_events', 'audit_policies', 'sessions']);

/** Organizations whose end has come, the longest waiting first. `now` is Unix milliseconds. */
export async function listOrganizationsToPurge(db: ControlDatabase, now: number, limit: number) {
  return db
    .select({ id: organizations.id, shard: organizations.shard })
    .from(organizations)
    .where(lte(organizations.deletesAt, now))
    .orderBy(organizations.deletesAt)
    .limit(limit);
}

/** Nobody enters it from here on, whoever they are. False: an owner took it back meanwhile. */
export async function closeOrganization(db: ControlDatabase, id: OrganizationId, now: number): Promise<boolean> {
  const closed = await db
    .update(organizations)
    .set({ status: 'deleted', updatedAt: now })
    .where(and(eq(organizations.id, id), lte(organizations.deletesAt, now)))
    .returning({ id: organizations.id });
  return closed.length > 0;
}

/** Every row of the organization in the tenant's tables, in one batch. */
export async function deleteTenantRows(db: TenantDatabase, id: OrganizationId): Promise<void> {
  await runAll(db, deletions(TENANT_TABLES, id));
}

/** Its rows in the control tables, and its name; the event says that it is done. */
export async function finishPurge(db: ControlDatabase, id: OrganizationId, event: AuditEvent): Promise<void> {
  await runAll(db, deletions(CONTROL_TABLES, id));
  await db.batch([
    db
      .update(organizations)
      .set({ deletesAt: null, name: 'Deleted organization', slug: id, updatedAt: event.occurredAt })
      .where(and(eq(organizations.id, id), eq(organizations.status, 'deleted'))),
    insertAuditEventIfChanged(db, id, event),
  ]);
}

/** One statement per table that knows organizations: a new table is in it without being named. */
function deletions(tables: readonly Table[], id: OrganizationId): readonly SQL[] {
  return tables
    .filter((table) => 'organizationId' in getTableColumns(table) && !KEPT.has(getTableName(table)))
    .map((table) => sql`DELETE FROM ${table} WHERE organization_id = ${id}`);
}

async function runAll(db: ControlDatabase | TenantDatabase, statements: readonly SQL[]): Promise<void> {
  for (const statement of statements) await db.run(statement);
}
