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

/** Accepting an invitation: each statement goes by the one before it, so all of it happens or nothing. */
export interface Acceptance {
  readonly tokenHash: string;
  readonly organizationId: OrganizationId;
  readonly userId: UserId;
  readonly role: string;
  /** JSON of the workspaces that come with it; null: none. */
  readonly workspaces: string | null;
  /** Members an organization may have. */
  readonly cap: CapByPlan;
}

const before = sql`changes() > 0`;

/**
 * A person who has an account joins. The link came by mail, so the address is proved by it; with the first proof what
 * was there before ends. Rejects when they are a member already. Null: the invitation is not live.
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
  const [claimed, , , , , ended, revoked] = await db.batch([
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
  return claimed.length > 0 ? endedAccess(ended, revoked) : null;
}

export interface NewPerson {
  readonly email: string;
  readonly emailNormalized: string;
  readonly passwordHash: string;
  readonly firstName: string;
  readonly lastName: string;
}

/**
 * A new person joins and is signed in; their address is confirmed, because the invitation came by mail. Rejects when
 * the address has an account by now. False: the invitation is not live.
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

/** Statement: into the workspaces of the invitation that are still in use. Without the new membership it adds nothing. */
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
