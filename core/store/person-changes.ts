import { and, eq, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { users } from '../db/schema/control.ts';
import type { OrganizationId, SessionId, UserId } from '../domain/id.ts';
import { type AuditEvent, insertAuditEventIfChanged } from './audit.ts';
import type { UserRow } from './identity.ts';
import { type PersonAudit, spendOneTimeToken } from './one-time-tokens.ts';
import { revokeSessionsIfChanged } from './own-sessions.ts';
import { forgetAttempts } from './sign-in-attempts.ts';

/** Changes of what a person is: their address is theirs, their password, their name. */

/** Spends the token and notes that the address is the person's. False: the token was not live. */
export async function confirmEmail(
  db: ControlDatabase,
  hash: string,
  userId: UserId,
  now: number,
  audit: PersonAudit | null,
): Promise<boolean> {
  const [spent] = await db.batch([
    spendOneTimeToken(db, hash, 'verify_email', now),
    db
      .update(users)
      .set({ emailVerifiedAt: sql`coalesce(${users.emailVerifiedAt}, ${now})`, updatedAt: now })
      .where(and(eq(users.id, userId), sql`changes() > 0`)),
    ...(audit ? [insertAuditEventIfChanged(db, audit.organizationId, audit.event)] : []),
  ]);
  return spent.length > 0;
}

export interface PasswordReset {
  readonly tokenHash: string;
  readonly userId: UserId;
  readonly passwordHash: string;
  /** Under what failed sign-ins of this address are counted: who holds the mailbox starts afresh. */
  readonly attemptsOf: string;
  readonly now: number;
}

/**
 * Spends the token, sets the password and ends every session; the address is confirmed by that too. Returns the
 * sessions that ended, null when the token was not live (then nothing is changed).
 */
export async function resetPassword(
  db: ControlDatabase,
  reset: PasswordReset,
  audit: PersonAudit | null,
): Promise<readonly SessionId[] | null> {
  const { now } = reset;
  const [spent, , , ended] = await db.batch([
    spendOneTimeToken(db, reset.tokenHash, 'reset_password', now),
    db
      .update(users)
      .set({
        passwordHash: reset.passwordHash,
        emailVerifiedAt: sql`coalesce(${users.emailVerifiedAt}, ${now})`,
        updatedAt: now,
      })
      .where(and(eq(users.id, reset.userId), sql`changes() > 0`)),
    audit
      ? insertAuditEventIfChanged(db, audit.organizationId, audit.event)
      : db.select({ one: sql`1` }).from(users).limit(0),
    revokeSessionsIfChanged(db, reset.userId, null, now),
  ]);
  if (spent.length === 0) return null;
  await forgetAttempts(db, reset.attemptsOf);
  return ended.map((each) => each.id as SessionId);
}

/** Replaces the password `from` by `to` and ends the other sessions. Null: the password was another one by then. */
export async function changePassword(
  db: ControlDatabase,
  of: { readonly userId: UserId; readonly sessionId: SessionId; readonly organizationId: OrganizationId },
  hashes: { readonly from: string; readonly to: string },
  event: AuditEvent,
): Promise<readonly SessionId[] | null> {
  const now = event.occurredAt;
  const [changed, , ended] = await db.batch([
    db
      .update(users)
      .set({ passwordHash: hashes.to, updatedAt: now })
      .where(and(eq(users.id, of.userId), eq(users.passwordHash, hashes.from)))
      .returning({ id: users.id }),
    insertAuditEventIfChanged(db, of.organizationId, event),
    revokeSessionsIfChanged(db, of.userId, of.sessionId, now),
  ]);
  return changed.length > 0 ? ended.map((each) => each.id as SessionId) : null;
}

export async function changeProfile(
  db: ControlDatabase,
  userId: UserId,
  profile: Pick<UserRow, 'firstName' | 'lastName' | 'locale' | 'timeZone'>,
  organizationId: OrganizationId,
  event: AuditEvent,
): Promise<void> {
  await db.batch([
    db
      .update(users)
      .set({ ...profile, updatedAt: event.occurredAt })
      .where(and(eq(users.id, userId), eq(users.status, 'active'))),
    insertAuditEventIfChanged(db, organizationId, event),
  ]);
}
