import { and, eq, getTableColumns, getTableName, lte, type SQL, sql, type Table } from 'drizzle-orm';
import type { ControlDatabase, TenantDatabase } from '../db/connect.ts';
import { organizations } from '../db/schema/control.ts';
import type { OrganizationId } from '../domain/id.ts';
import { type AuditEvent, insertAuditEventIfChanged } from './audit.ts';
import { CONTROL_TABLES, TENANT_TABLES } from './system.ts';

/**
 * Deletes an organization after its grace period. Only called by the sweeper. Every step is idempotent: after an
 * interruption the next run continues.
 */

/**
 * Tables that are kept: the audit log, which has its own retention, and sessions, whose users may belong to other
 * organizations.
 */
const KEPT: ReadonlySet<string> = new Set(['audit_events', 'audit_policies', 'sessions']);

/** Returns organizations due for deletion, longest waiting first. `now` is Unix milliseconds. */
export async function listOrganizationsToPurge(db: ControlDatabase, now: number, limit: number) {
  return db
    .select({ id: organizations.id, shard: organizations.shard })
    .from(organizations)
    .where(lte(organizations.deletesAt, now))
    .orderBy(organizations.deletesAt)
    .limit(limit);
}

/** Closes the organization to everyone. False if an owner cancelled the deletion in the meantime. */
export async function closeOrganization(db: ControlDatabase, id: OrganizationId, now: number): Promise<boolean> {
  const closed = await db
    .update(organizations)
    .set({ status: 'deleted', updatedAt: now })
    .where(and(eq(organizations.id, id), lte(organizations.deletesAt, now)))
    .returning({ id: organizations.id });
  return closed.length > 0;
}

/** Deletes all of the organization's rows in the tenant tables in one batch. */
export async function deleteTenantRows(db: TenantDatabase, id: OrganizationId): Promise<void> {
  await runAll(db, deletions(TENANT_TABLES, id));
}

/** Deletes its rows in the control tables and its name; the event records the completion. */
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

/** One statement for each table with an organization id, so that new tables are included automatically. */
function deletions(tables: readonly Table[], id: OrganizationId): readonly SQL[] {
  return tables
    .filter((table) => 'organizationId' in getTableColumns(table) && !KEPT.has(getTableName(table)))
    .map((table) => sql`DELETE FROM ${table} WHERE organization_id = ${id}`);
}

async function runAll(db: ControlDatabase | TenantDatabase, statements: readonly SQL[]): Promise<void> {
  for (const statement of statements) await db.run(statement);
}
