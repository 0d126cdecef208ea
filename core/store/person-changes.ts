import { and, eq, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { oneTimeTokens, users } from '../db/schema/control.ts';
import { signInChallenges } from '../db/schema/sign-in.ts';
import type { OrganizationId, SessionId, UserId } from '../domain/id.ts';
import { type EndedAccess, endEarlierAccess, endedAccess, type ProvingSession } from './address-proof.ts';
import { type AuditEvent, insertAuditEventIfChanged } from './audit.ts';
import type { UserRow } from './identity.ts';
import { type PersonAudit, spendOneTimeToken } from './one-time-tokens.ts';
import { revokeSessionsIfChanged } from './own-sessions.ts';
import { forgetAttempts } from './sign-in-attempts.ts';

/** Changes of a user's own data: verified address, password, name. */

/**
 * Spends the token and marks the address as verified; the first verification ends all earlier access (see
 * `address-proof.ts`). Null if the token was not live.
 */
export async function confirmEmail(
  db: ControlDatabase,
  hash: string,
  userId: UserId,
  session: ProvingSession | null,
  now: number,
  audit: PersonAudit | null,
): Promise<EndedAccess | null> {
  const [spent, , , ended, revoked, apps, passkeys, links] = await db.batch([
    spendOneTimeToken(db, hash, 'verify_email', now),
    db
      .update(users)
      .set({ emailVerifiedAt: sql`coalesce(${users.emailVerifiedAt}, ${now})`, updatedAt: now })
      .where(and(eq(users.id, userId), sql`changes() > 0`)),
    tell(db, audit),
    ...endEarlierAccess(db, userId, now, session),
  ]);
  return spent.length > 0 ? endedAccess(ended, revoked, apps, passkeys, links) : null;
}

export interface PasswordReset {
  readonly tokenHash: string;
  readonly userId: UserId;
  readonly passwordHash: string;
  /** Subject whose failed sign-ins are cleared, since the owner of the mailbox is known now. */
  readonly attemptsOf: string;
  readonly now: number;
}

/**
 * Spends the token, sets the password and ends all sessions, pending sign-ins and open links. This also verifies the
 * address, and the first verification ends all earlier access. Null if the token was not live; nothing is changed then.
 */
export async function resetPassword(
  db: ControlDatabase,
  reset: PasswordReset,
  audit: PersonAudit | null,
): Promise<EndedAccess | null> {
  const { now, userId, passwordHash } = reset;
  const [spent, , , ended, , , alsoEnded, revoked, apps, passkeys, links] = await db.batch([
    spendOneTimeToken(db, reset.tokenHash, 'reset_password', now),
    db
      .update(users)
      .set({ passwordHash, emailVerifiedAt: sql`coalesce(${users.emailVerifiedAt}, ${now})`, updatedAt: now })
      .where(and(eq(users.id, userId), sql`changes() > 0`)),
    tell(db, audit),
    revokeSessionsIfChanged(db, userId, null, now),
    ...closeWaysIn(db, userId, passwordHash),
    ...endEarlierAccess(db, userId, now, null),
  ]);
  if (spent.length === 0) return null;
  await forgetAttempts(db, reset.attemptsOf);
  return endedAccess([...ended, ...alsoEnded], revoked, apps, passkeys, links);
}

/**
 * Replaces the password `from` by `to` and ends the other sessions, pending sign-ins and open reset links. Null if the
 * password has changed in the meantime.
 */
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
    ...closeWaysIn(db, of.userId, hashes.to),
  ]);
  return changed.length > 0 ? ended.map((each) => each.id) : null;
}

/** Statements: end everything started under an earlier password, once the user's password has this hash. */
function closeWaysIn(db: ControlDatabase, userId: UserId, passwordHash: string) {
  const changed = sql`EXISTS (SELECT 1 FROM ${users} WHERE id = ${userId} AND password_hash = ${passwordHash})`;
  return [
    db
      .delete(oneTimeTokens)
      .where(and(eq(oneTimeTokens.userId, userId), eq(oneTimeTokens.purpose, 'reset_password'), changed)),
    db.delete(signInChallenges).where(and(eq(signInChallenges.userId, userId), changed)),
  ] as const;
}

/** Statement: the audit event of the previous statement's change; nothing for a user without an organization. */
const tell = (db: ControlDatabase, audit: PersonAudit | null) =>
  audit
    ? insertAuditEventIfChanged(db, audit.organizationId, audit.event)
    : db.select({ one: sql`1` }).from(users).limit(0);

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
