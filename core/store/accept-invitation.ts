import { and, eq, isNull, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { memberships, refreshTokens, sessions, users } from '../db/schema/control.ts';
import { workspaceMembers } from '../db/schema/workspaces.ts';
import type { OrganizationId, UserId } from '../domain/id.ts';
import { newId } from '../platform/ids.ts';
import { type EndedAccess, endEarlierAccess, endedAccess, type ProvingSession } from './address-proof.ts';
import { type AuditEvent, insertAuditEventIfChanged } from './audit.ts';
import { insertWhen } from './insert-when.ts';
import { claimInvitation } from './invitations.ts';
import type { CapByPlan } from './plan-cap.ts';
import type { NewSession } from './sessions.ts';

/**
 * Accepts an invitation in one batch. Each statement depends on the one before it, so that either all of them take
 * effect or none.
 */
export interface Acceptance {
  readonly tokenHash: string;
  readonly organizationId: OrganizationId;
  readonly userId: UserId;
  readonly role: string;
  /** JSON of the workspaces to join; null if none. */
  readonly workspaces: string | null;
  /** Maximum number of members per plan. */
  readonly cap: CapByPlan;
}

const before = sql`changes() > 0`;

/**
 * Adds an existing user to the organization. The emailed link also verifies the address; the first verification ends
 * all earlier access. Rejects if the user is already a member. Returns null if the invitation is not open.
 */
export async function joinByInvitation(
  db: ControlDatabase,
  acceptance: Acceptance,
  session: ProvingSession | null,
  event: AuditEvent,
): Promise<EndedAccess | null> {
  const now = event.occurredAt;
  const { userId } = acceptance;
  const membershipId = newId('membership', now);
  const joined = sql`EXISTS (SELECT 1 FROM ${memberships} WHERE id = ${membershipId})`;
  const [claimed, , , , , ended, revoked, apps, passkeys, links] = await db.batch([
    claimInvitation(db, acceptance.tokenHash, acceptance.cap, now),
    insertMembership(db, acceptance, membershipId, now),
    insertAuditEventIfChanged(db, acceptance.organizationId, event),
    joinWorkspaces(db, acceptance, membershipId, now),
    db
      .update(users)
      .set({ emailVerifiedAt: now, updatedAt: now })
      .where(and(eq(users.id, userId), isNull(users.emailVerifiedAt), joined)),
    ...endEarlierAccess(db, userId, now, session),
  ]);
  return claimed.length > 0 ? endedAccess(ended, revoked, apps, passkeys, links) : null;
}

export interface NewPerson {
  readonly email: string;
  readonly emailNormalized: string;
  readonly passwordHash: string;
  readonly firstName: string;
  readonly lastName: string;
}

/**
 * Registers a new user as a member and signs them in. The emailed link verifies the address. Rejects if the address has
 * an account by now. Returns false if the invitation is not open.
 */
export async function registerByInvitation(
  db: ControlDatabase,
  acceptance: Acceptance,
  person: NewPerson,
  session: NewSession,
  event: AuditEvent,
): Promise<boolean> {
  const now = event.occurredAt;
  const { id, refreshHash, expiresAt, ip, userAgent } = session;
  const { organizationId, userId } = acceptance;
  const times = { createdAt: now, updatedAt: now };
  const membershipId = newId('membership', now);
  const [claimed] = await db.batch([
    claimInvitation(db, acceptance.tokenHash, acceptance.cap, now),
    insertWhen(
      db,
      users,
      {
        id: userId,
        ...person,
        status: 'active',
        emailVerifiedAt: now,
        systemAdministratorAt: null,
        locale: null,
        timeZone: null,
        ...times,
      },
      before,
    ),
    insertMembership(db, acceptance, membershipId, now),
    insertWhen(
      db,
      sessions,
      {
        id,
        userId,
        organizationId,
        ip,
        userAgent,
        createdAt: now,
        lastUsedAt: now,
        expiresAt,
        revokedAt: null,
        revokedReason: null,
        impersonatorId: null,
      },
      before,
    ),
    insertWhen(
      db,
      refreshTokens,
      { hash: refreshHash, sessionId: id, createdAt: now, expiresAt, usedAt: null },
      before,
    ),
    insertAuditEventIfChanged(db, organizationId, event),
    joinWorkspaces(db, acceptance, membershipId, now),
  ]);
  return claimed.length > 0;
}

const insertMembership = (db: ControlDatabase, { organizationId, userId, role }: Acceptance, id: string, now: number) =>
  insertWhen(
    db,
    memberships,
    { id, organizationId, userId, role, status: 'active', createdAt: now, updatedAt: now },
    before,
  );

/** Statement: adds the member to the invitation's active workspaces. Has no effect without the new membership. */
const joinWorkspaces = (
  db: ControlDatabase,
  { organizationId, workspaces }: Acceptance,
  membershipId: string,
  now: number,
) =>
  db
    .insert(workspaceMembers)
    .select(
      sql`SELECT w.id, m.id, m.organization_id, invited.value ->> 'role', ${now}, ${now} FROM json_each(${workspaces ?? '[]'}) AS invited
        JOIN workspaces AS w ON w.id = invited.value ->> 'workspace_id' AND w.organization_id = ${organizationId}
          AND w.archived_at IS NULL
        JOIN memberships AS m ON m.id = ${membershipId} AND m.organization_id = w.organization_id WHERE true`,
    )
    .onConflictDoNothing();
