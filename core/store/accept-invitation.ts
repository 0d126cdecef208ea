import { sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { memberships, refreshTokens, sessions, users } from '../db/schema/control.ts';
import type { OrganizationId, UserId } from '../domain/id.ts';
import { newId } from '../platform/ids.ts';
import { type AuditEvent, insertAuditEventIfChanged } from './audit.ts';
import { insertWhen } from './insert-when.ts';
import { claimInvitation } from './invitations.ts';
import type { NewSession } from './sessions.ts';

/** Accepting an invitation: each statement goes by the one before it, so all of it happens or nothing. */
export interface Acceptance {
  readonly tokenHash: string;
  readonly organizationId: OrganizationId;
  readonly userId: UserId;
  readonly role: string;
}

const before = sql`changes() > 0`;

/** A person who has an account joins. Rejects when they are a member already. False: the invitation is not live. */
export async function joinByInvitation(
  db: ControlDatabase,
  acceptance: Acceptance,
  event: AuditEvent,
): Promise<boolean> {
  const [claimed] = await db.batch([
    claimInvitation(db, acceptance.tokenHash, event.occurredAt),
    insertMembership(db, acceptance, event.occurredAt),
    insertAuditEventIfChanged(db, acceptance.organizationId, event),
  ]);
  return claimed.length > 0;
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
  const [claimed] = await db.batch([
    claimInvitation(db, acceptance.tokenHash, now),
    insertWhen(
      db,
      users,
      { id: userId, ...person, status: 'active', emailVerifiedAt: now, systemAdministratorAt: null, ...times },
      before,
    ),
    insertMembership(db, acceptance, now),
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
  ]);
  return claimed.length > 0;
}

const insertMembership = (db: ControlDatabase, { organizationId, userId, role }: Acceptance, now: number) =>
  insertWhen(
    db,
    memberships,
    { id: newId('membership', now), organizationId, userId, role, status: 'active', createdAt: now, updatedAt: now },
    before,
  );
