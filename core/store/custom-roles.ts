import { and, asc, count, eq, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { customRoles, memberships } from '../db/schema/control.ts';
import type { OrganizationId } from '../domain/id.ts';
import { type AuditEvent, insertAuditEventIfChanged, keepAnswerOf } from './audit.ts';
import { credentialHolds } from './credential-holds.ts';
import { insertWhen } from './insert-when.ts';

export type CustomRoleRow = typeof customRoles.$inferSelect;

/** All custom roles by name; `insertCustomRole` bounds their number. */
export async function listCustomRoles(
  db: ControlDatabase,
  organizationId: OrganizationId,
): Promise<readonly CustomRoleRow[]> {
  return db
    .select()
    .from(customRoles)
    .where(eq(customRoles.organizationId, organizationId))
    .orderBy(asc(customRoles.nameNormalized));
}

/** Counts members by role. */
export async function countMembersByRole(
  db: ControlDatabase,
  organizationId: OrganizationId,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ role: memberships.role, members: count() })
    .from(memberships)
    .where(eq(memberships.organizationId, organizationId))
    .groupBy(memberships.role);
  return new Map(rows.map((row) => [row.role, row.members]));
}

export async function findCustomRole(
  db: ControlDatabase,
  organizationId: OrganizationId,
  id: string,
): Promise<CustomRoleRow | null> {
  const [row] = await db.select().from(customRoles).where(roleOf(organizationId, id)).limit(1);
  return row ?? null;
}

export async function isRoleNameTaken(
  db: ControlDatabase,
  organizationId: OrganizationId,
  nameNormalized: string,
): Promise<boolean> {
  const rows = await db
    .select({ id: customRoles.id })
    .from(customRoles)
    .where(and(eq(customRoles.organizationId, organizationId), eq(customRoles.nameNormalized, nameNormalized)))
    .limit(1);
  return rows.length > 0;
}

/** Writes nothing if there are already `cap` roles or the caller's credential was revoked. Rejects if the name is taken. */
export async function insertCustomRole(
  db: ControlDatabase,
  organizationId: OrganizationId,
  role: Omit<CustomRoleRow, 'organizationId'>,
  cap: number,
  event: AuditEvent,
): Promise<void> {
  const present = sql`(SELECT count(*) FROM custom_roles WHERE organization_id = ${organizationId})`;
  await db.batch([
    insertWhen(db, customRoles, { ...role, organizationId }, sql`${present} < ${cap} AND ${holds(db, event)}`),
    insertAuditEventIfChanged(db, organizationId, event),
    ...keepAnswerOf(db, event),
  ]);
}

/** Rejects if the name is taken. False if the role or its permissions changed in the meantime. */
export async function updateCustomRole(
  db: ControlDatabase,
  organizationId: OrganizationId,
  before: CustomRoleRow,
  to: Pick<CustomRoleRow, 'name' | 'nameNormalized' | 'permissions'>,
  event: AuditEvent,
): Promise<boolean> {
  const [changed] = await db.batch([
    db
      .update(customRoles)
      .set({ ...to, updatedAt: event.occurredAt })
      .where(and(roleOf(organizationId, before.id), eq(customRoles.permissions, before.permissions), holds(db, event)))
      .returning({ id: customRoles.id }),
    insertAuditEventIfChanged(db, organizationId, event),
  ]);
  return changed.length > 0;
}

/** Returns false without deleting while a member or an open invitation has the role. */
export async function deleteCustomRole(
  db: ControlDatabase,
  organizationId: OrganizationId,
  id: string,
  event: AuditEvent,
): Promise<boolean> {
  const [gone] = await db.batch([
    db
      .delete(customRoles)
      .where(
        and(
          roleOf(organizationId, id),
          sql`NOT EXISTS (SELECT 1 FROM memberships WHERE organization_id = ${organizationId} AND role = ${id})`,
          sql`NOT EXISTS (SELECT 1 FROM invitations WHERE organization_id = ${organizationId} AND role = ${id}
              AND accepted_at IS NULL AND revoked_at IS NULL)`,
        ),
      )
      .returning({ id: customRoles.id }),
    insertAuditEventIfChanged(db, organizationId, event),
  ]);
  return gone.length > 0;
}

const holds = (db: ControlDatabase, { credential, occurredAt }: AuditEvent) =>
  credentialHolds(db, credential, occurredAt);

const roleOf = (organizationId: OrganizationId, id: string) =>
  and(eq(customRoles.organizationId, organizationId), eq(customRoles.id, id));
