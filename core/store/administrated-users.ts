import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { memberships, organizations, users } from '../db/schema/control.ts';
import type { OrganizationId, SessionId, UserId } from '../domain/id.ts';
import { SYSTEM_ORGANIZATION_ID } from '../domain/system.ts';
import { type AuditEvent, insertAuditEventIfChanged } from './audit.ts';
import { containsText } from './contains-text.ts';
import { idEquals } from './id-equals.ts';
import { revokeSessions } from './own-sessions.ts';
import { olderThan, type PageRequest } from './page.ts';

/** Users of all organizations, for system administrators. */
export interface AdministratedUserRow {
  readonly id: UserId;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly status: string;
  readonly emailVerifiedAt: number | null;
  readonly systemAdministratorAt: number | null;
  readonly createdAt: number;
  readonly organizations: readonly MembershipOfUser[];
}

export interface MembershipOfUser {
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly role: string;
  readonly status: string;
}

/** Newest first. Two round trips. */
export async function listUsers(
  db: ControlDatabase,
  filter: { readonly text?: string | undefined; readonly status?: string | undefined },
  { limit, after }: PageRequest,
): Promise<readonly AdministratedUserRow[]> {
  const rows = await db
    .select()
    .from(users)
    .where(
      and(
        filter.status === undefined ? undefined : sql`${users.status} = ${filter.status}`,
        filter.text === undefined
          ? undefined
          : containsText(
              [users.emailNormalized, sql`${users.firstName} || ' ' || ${users.lastName}`, users.id],
              filter.text,
            ),
        olderThan(users.createdAt, users.id, after),
      ),
    )
    .orderBy(desc(users.createdAt), desc(users.id))
    .limit(limit);
  const joined = await membershipsOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({ ...row, organizations: joined.get(row.id) ?? [] }));
}

export async function findUser(db: ControlDatabase, id: string): Promise<AdministratedUserRow | null> {
  const [row] = await db.select().from(users).where(idEquals(users.id, id)).limit(1);
  if (!row) return null;
  return { ...row, organizations: (await membershipsOf(db, [row.id])).get(row.id) ?? [] };
}

/**
 * Suspends or activates a user. Suspending ends their sessions. Recorded in the audit logs of the server and of the
 * user's organizations. Returns null if nothing changed.
 */
export async function setUserStatus(
  db: ControlDatabase,
  user: Pick<AdministratedUserRow, 'id' | 'status' | 'organizations'>,
  status: 'active' | 'suspended',
  event: AuditEvent,
): Promise<readonly SessionId[] | null> {
  const now = event.occurredAt;
  const [changed] = await db.batch([
    db
      .update(users)
      .set({ status, updatedAt: now })
      .where(and(eq(users.id, user.id), sql`${users.status} = ${user.status}`))
      .returning({ id: users.id }),
    // Each insert depends on the statement before it: if the first one wrote, so does the next.
    ...[SYSTEM_ORGANIZATION_ID, ...user.organizations.map((each) => each.organizationId)].map((id) =>
      insertAuditEventIfChanged(db, id, event),
    ),
  ]);
  if (changed.length === 0) return null;
  if (status === 'active') return [];
  const ended = await revokeSessions(db, user.id, now);
  return ended.map((row) => row.id);
}

async function membershipsOf(
  db: ControlDatabase,
  userIds: readonly UserId[],
): Promise<ReadonlyMap<string, readonly MembershipOfUser[]>> {
  const byUser = new Map<string, MembershipOfUser[]>();
  // D1 allows 100 parameters per statement.
  for (let start = 0; start < userIds.length; start += 90) {
    const rows = await db
      .select({
        userId: memberships.userId,
        organizationId: memberships.organizationId,
        name: organizations.name,
        role: memberships.role,
        status: memberships.status,
      })
      .from(memberships)
      .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
      .where(inArray(memberships.userId, userIds.slice(start, start + 90)))
      .orderBy(asc(memberships.createdAt));
    for (const { userId, ...row } of rows) {
      const membership = row;
      byUser.set(userId, [...(byUser.get(userId) ?? []), membership]);
    }
  }
  return byUser;
}
