import { sql } from 'drizzle-orm';
import type { ControlDatabase, TenantDatabase } from '../db/connect.ts';
import { auditEvents } from '../db/schema/tenant.ts';
import type { OrganizationId } from '../domain/id.ts';
import { newId } from '../platform/ids.ts';

export interface AuditEvent {
  readonly actorKind: 'user' | 'api_key' | 'system';
  readonly actorId: string;
  /** `<target>.<verb in the past>`, for example `api_key.revoked`. */
  readonly action: string;
  readonly targetKind: string;
  readonly targetId: string;
  readonly outcome: 'success' | 'failure';
  readonly requestId: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
  /** `{field: [old, new]}`; never secrets. */
  readonly changes?: Readonly<Record<string, readonly [old: unknown, now: unknown]>>;
  readonly occurredAt: number;
}

/** The row of an audit event, for an insert in the same batch as the change it tells of. */
export function auditRow(organizationId: OrganizationId, event: AuditEvent) {
  const { changes, ...rest } = event;
  return {
    id: newId('audit', event.occurredAt),
    organizationId,
    ...rest,
    changes: changes ? JSON.stringify(changes) : null,
  };
}

/**
 * The insert of an audit event as a statement for `batch`. Changes of control data are audited in the control
 * database and changes of tenant data in the tenant's, because a batch is one database's: both hold this table.
 */
export function insertAuditEvent(
  db: ControlDatabase | TenantDatabase,
  organizationId: OrganizationId,
  event: AuditEvent,
) {
  return db.insert(auditEvents).values(auditRow(organizationId, event));
}

/**
 * The same insert, but only if the statement before it in the batch changed a row: a guarded change and its event
 * stand or fall together. `changes()` is SQLite's count of the most recent INSERT, UPDATE or DELETE.
 */
export function insertAuditEventIfChanged(
  db: ControlDatabase | TenantDatabase,
  organizationId: OrganizationId,
  event: AuditEvent,
) {
  const row = auditRow(organizationId, event);
  // The order of the table's columns, which is what INSERT … SELECT goes by.
  const values = [
    row.id,
    row.organizationId,
    row.actorKind,
    row.actorId,
    row.action,
    row.targetKind,
    row.targetId,
    row.outcome,
    row.ip,
    row.userAgent,
    row.requestId,
    row.changes,
    row.occurredAt,
  ];
  return db.insert(auditEvents).select(
    sql`SELECT ${sql.join(
      values.map((value) => sql`${value}`),
      sql`, `,
    )} WHERE changes() > 0`,
  );
}
