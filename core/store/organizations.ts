import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { memberships, organizations } from '../db/schema/control.ts';
import type { OrganizationId, UserId } from '../domain/id.ts';
import { newId } from '../platform/ids.ts';
import { type AuditEvent, insertAuditEventIfChanged, keepAnswerOf } from './audit.ts';
import { insertWhen } from './insert-when.ts';
import { type CapByPlan, capOfOwner } from './plan-cap.ts';

export interface NewOrganization {
  readonly id: OrganizationId;
  readonly name: string;
  readonly slug: string;
  readonly ownerId: UserId;
  /** Number of organizations one user may own, including this one. */
  readonly cap: CapByPlan;
}

/**
 * Creates an organization with the user as its owner. Writes nothing if the user already owns as many as their plan
 * allows. Rejects if the slug is taken.
 */
export async function insertOrganization(
  db: ControlDatabase,
  organization: NewOrganization,
  event: AuditEvent,
): Promise<void> {
  const { id, name, slug, ownerId, cap } = organization;
  const times = { createdAt: event.occurredAt, updatedAt: event.occurredAt };
  const owned = sql`(SELECT count(*) FROM memberships WHERE user_id = ${ownerId} AND role = 'owner')`;
  await db.batch([
    insertWhen(
      db,
      organizations,
      { id, name, slug, plan: 'starter', status: 'active', shard: 'DB', deletesAt: null, ...times },
      sql`${owned} < ${capOfOwner(ownerId, cap)}`,
    ),
    insertWhen(
      db,
      memberships,
      {
        id: newId('membership', event.occurredAt),
        organizationId: id,
        userId: ownerId,
        role: 'owner',
        status: 'active',
        ...times,
      },
      sql`changes() > 0`,
    ),
    insertAuditEventIfChanged(db, id, event),
    ...keepAnswerOf(db, event),
  ]);
}

/** Rejects if the slug is taken. */
export async function updateOrganization(
  db: ControlDatabase,
  organizationId: OrganizationId,
  to: { readonly name: string; readonly slug: string },
  event: AuditEvent,
): Promise<void> {
  await db.batch([
    db
      .update(organizations)
      .set({ ...to, updatedAt: event.occurredAt })
      .where(and(eq(organizations.id, organizationId), eq(organizations.status, 'active'))),
    insertAuditEventIfChanged(db, organizationId, event),
  ]);
}

/** Schedules the deletion of the organization or, with null, cancels it. False if the state is already set. */
export async function setDeletion(
  db: ControlDatabase,
  organizationId: OrganizationId,
  deletesAt: number | null,
  event: AuditEvent,
): Promise<boolean> {
  const undecided = deletesAt === null ? isNotNull(organizations.deletesAt) : isNull(organizations.deletesAt);
  const [changed] = await db.batch([
    db
      .update(organizations)
      .set({ deletesAt, updatedAt: event.occurredAt })
      .where(and(eq(organizations.id, organizationId), eq(organizations.status, 'active'), undecided))
      .returning({ id: organizations.id }),
    insertAuditEventIfChanged(db, organizationId, event),
    ...keepAnswerOf(db, event),
  ]);
  return changed.length > 0;
}
