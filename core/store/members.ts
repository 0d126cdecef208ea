import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { customRoles, memberships, users } from '../db/schema/control.ts';
import { workspaceMembers } from '../db/schema/workspaces.ts';
import type { OrganizationId, UserId } from '../domain/id.ts';
import { type AuditEvent, insertAuditEventIfChanged, keepAnswerOf } from './audit.ts';
import { containsText } from './contains-text.ts';
import { credentialHolds } from './credential-holds.ts';
import { newerThan, type PageRequest } from './page.ts';

/** Members of an organization. Every change keeps at least one active owner, also under concurrency. */
export interface MemberRow {
  readonly id: string;
  readonly userId: UserId;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: string;
  readonly customRoleName: string | null;
  readonly customPermissions: string | null;
  readonly status: 'active' | 'suspended';
  readonly createdAt: number;
}

export interface MemberFilter {
  /** Part of the name or the email address, case-insensitive. */
  readonly text?: string | undefined;
  readonly status?: 'active' | 'suspended' | undefined;
  readonly role?: string | undefined;
}

/** In order of joining; `after` is the last row of the previous page. */
export async function listMembers(
  db: ControlDatabase,
  organizationId: OrganizationId,
  filter: MemberFilter,
  { limit, after }: PageRequest,
): Promise<readonly MemberRow[]> {
  const { createdAt, id } = memberships;
  const beyond = newerThan(createdAt, id, after);
  const rows = await selectMembers(
    db,
    and(
      eq(memberships.organizationId, organizationId),
      filter.status && eq(memberships.status, filter.status),
      filter.role === undefined ? undefined : eq(memberships.role, filter.role),
      filter.text
        ? containsText([sql`${users.firstName} || ' ' || ${users.lastName} || ' ' || ${users.email}`], filter.text)
        : undefined,
      beyond,
    ),
  )
    .orderBy(asc(createdAt), asc(id))
    .limit(limit);
  return rows;
}

export async function findMember(
  db: ControlDatabase,
  organizationId: OrganizationId,
  id: string,
): Promise<MemberRow | null> {
  const [row] = await selectMembers(db, memberOf(organizationId, id)).limit(1);
  return row ?? null;
}

/** Returns a user's membership; null if there is none. */
export async function findMemberByUser(
  db: ControlDatabase,
  organizationId: OrganizationId,
  userId: UserId,
): Promise<MemberRow | null> {
  const [row] = await selectMembers(
    db,
    and(eq(memberships.organizationId, organizationId), eq(memberships.userId, userId)),
  ).limit(1);
  return row ?? null;
}

/** Returns whether this address belongs to a member, including suspended ones. */
export async function isMemberByEmail(
  db: ControlDatabase,
  organizationId: OrganizationId,
  emailNormalized: string,
): Promise<boolean> {
  const rows = await selectMembers(
    db,
    and(eq(memberships.organizationId, organizationId), eq(users.emailNormalized, emailNormalized)),
  ).limit(1);
  return rows.length > 0;
}

/** Returns false without writing if the member is gone, was changed in the meantime, or is the last active owner. */
export async function updateMember(
  db: ControlDatabase,
  organizationId: OrganizationId,
  member: Pick<MemberRow, 'id' | 'role'>,
  to: { readonly role: string; readonly status: 'active' | 'suspended' },
  event: AuditEvent,
): Promise<boolean> {
  const staysOwner = to.role === 'owner' && to.status === 'active';
  const [changed] = await db.batch([
    db
      .update(memberships)
      .set({ ...to, updatedAt: event.occurredAt })
      .where(
        and(
          memberOf(organizationId, member.id),
          eq(memberships.role, member.role),
          staysOwner ? undefined : ownerRemains(organizationId, member.id),
          credentialHolds(db, event.credential, event.occurredAt),
        ),
      )
      .returning({ id: memberships.id }),
    insertAuditEventIfChanged(db, organizationId, event),
  ]);
  return changed.length > 0;
}

/**
 * Deletes a membership and its workspace memberships. Returns false without writing if the member is gone, was changed
 * in the meantime, or is the last active owner.
 */
export async function deleteMember(
  db: ControlDatabase,
  organizationId: OrganizationId,
  member: Pick<MemberRow, 'id' | 'role'>,
  event: AuditEvent,
): Promise<boolean> {
  const [gone] = await db.batch([
    db
      .delete(memberships)
      .where(
        and(
          memberOf(organizationId, member.id),
          eq(memberships.role, member.role),
          ownerRemains(organizationId, member.id),
        ),
      )
      .returning({ id: memberships.id }),
    insertAuditEventIfChanged(db, organizationId, event),
    db
      .delete(workspaceMembers)
      .where(
        and(
          eq(workspaceMembers.organizationId, organizationId),
          eq(workspaceMembers.membershipId, member.id),
          sql`NOT EXISTS (SELECT 1 FROM memberships WHERE id = ${member.id})`,
        ),
      ),
    ...keepAnswerOf(db, event),
  ]);
  return gone.length > 0;
}

/**
 * Makes `to` an owner and the owner `from` an administrator in one batch. False if either no longer has the expected
 * role.
 */
export async function moveOwnership(
  db: ControlDatabase,
  organizationId: OrganizationId,
  from: UserId,
  to: string,
  event: AuditEvent,
): Promise<boolean> {
  const giver = and(eq(memberships.organizationId, organizationId), eq(memberships.userId, from));
  const [promoted] = await db.batch([
    db
      .update(memberships)
      .set({ role: 'owner', updatedAt: event.occurredAt })
      .where(
        and(
          memberOf(organizationId, to),
          eq(memberships.status, 'active'),
          sql`EXISTS (SELECT 1 FROM memberships AS giver WHERE giver.organization_id = ${organizationId}
              AND giver.user_id = ${from} AND giver.role = 'owner' AND giver.status = 'active')`,
          credentialHolds(db, event.credential, event.occurredAt),
        ),
      )
      .returning({ id: memberships.id }),
    insertAuditEventIfChanged(db, organizationId, event),
    db.update(memberships).set({ role: 'admin', updatedAt: event.occurredAt }).where(and(giver, sql`changes() > 0`)),
    ...keepAnswerOf(db, event),
  ]);
  return promoted.length > 0;
}

/** SQL: true if there is another active owner, or this member is not one. */
const ownerRemains = (organizationId: OrganizationId, id: string): SQL =>
  sql`(NOT (${memberships.role} = 'owner' AND ${memberships.status} = 'active') OR EXISTS (
    SELECT 1 FROM memberships AS other WHERE other.organization_id = ${organizationId}
      AND other.role = 'owner' AND other.status = 'active' AND other.id <> ${id}))`;

const memberOf = (organizationId: OrganizationId, id: string) =>
  and(eq(memberships.organizationId, organizationId), eq(memberships.id, id));

function selectMembers(db: ControlDatabase, condition: SQL | undefined) {
  return db
    .select({
      id: memberships.id,
      userId: memberships.userId,
      email: users.email,
      firstName: users.firstName,
      lastName: users.lastName,
      role: memberships.role,
      customRoleName: customRoles.name,
      customPermissions: customRoles.permissions,
      status: memberships.status,
      createdAt: memberships.createdAt,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .leftJoin(
      customRoles,
      and(eq(customRoles.id, memberships.role), eq(customRoles.organizationId, memberships.organizationId)),
    )
    .where(condition)
    .$dynamic();
}
