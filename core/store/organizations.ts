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
  /** Organizations one person may own, this one included. */
  readonly cap: CapByPlan;
}

/**
 * An organization and the membership that makes a person its owner; nothing at all when the person owns as many as their
 * plan allows. Rejects when the slug is taken.
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

/** Rejects when the slug is taken. */
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

/** Sets when the organization will be gone, or (null) that it stays. False: it is decided already, and left as it is. */
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
