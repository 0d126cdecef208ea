import { and, eq, gt, isNull, ne, type SQL, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { apiKeys, oneTimeTokens, sessions, users } from '../db/schema/control.ts';
import {
  linkedIdentities,
  passkeys,
  recoveryCodes,
  signInChallenges,
  totpAuthenticators,
} from '../db/schema/sign-in.ts';
import type { ApiKeyId, SessionId, UserId } from '../domain/id.ts';

/**
 * The first verification of an email address. Until then anyone may have registered it, so verification ends all
 * earlier access: nobody except the verifying user may keep a way in.
 */

/** The session in which the address is verified. */
export interface ProvingSession {
  readonly id: SessionId;
  /**
   * True if the session was opened by the registration, so that the registrant and the owner of the address are the
   * same.
   */
  readonly registered: boolean;
}

/** Sessions and keys that ended, for clearing the isolate's caches, and what else was removed, for the mail to the owner. */
export interface EndedAccess {
  readonly sessions: readonly SessionId[];
  readonly apiKeys: readonly ApiKeyId[];
  readonly authenticators: number;
  readonly passkeys: number;
  readonly linkedAccounts: number;
}

/** Returns the user's live session with this id, or null. */
export async function findProvingSession(
  db: ControlDatabase,
  userId: UserId,
  sessionId: SessionId,
  now: number,
): Promise<ProvingSession | null> {
  const [row] = await db
    .select({ openedAt: sessions.createdAt, registeredAt: users.createdAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.id, sessionId),
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        isNull(sessions.impersonatorId),
        gt(sessions.expiresAt, now),
      ),
    )
    .limit(1);
  // Registration creates the user and the session in one batch with the same timestamp; any later sign-in has a later
  // one.
  return row ? { id: sessionId, registered: row.openedAt === row.registeredAt } : null;
}

/** SQL: true if the address was first verified at this moment. */
export const provedAt = (userId: UserId, now: number): SQL =>
  sql`EXISTS (SELECT 1 FROM ${users} WHERE id = ${userId} AND email_verified_at = ${now})`;

type OfPerson =
  | typeof signInChallenges
  | typeof oneTimeTokens
  | typeof totpAuthenticators
  | typeof recoveryCodes
  | typeof passkeys
  | typeof linkedIdentities;

/**
 * Statements for the batch that sets `email_verified_at` to `now`, placed after that statement. They end all other
 * sessions, pending sign-ins and open links. Unless the registering session verified the address, they also remove all
 * second factors, passkeys, linked accounts and API keys. Without a first verification they have no effect.
 */
export function endEarlierAccess(db: ControlDatabase, userId: UserId, now: number, session: ProvingSession | null) {
  const proved = provedAt(userId, now);
  const goes = session?.registered ? sql`false` : proved;
  const remove = (table: OfPerson, guard: SQL) =>
    db
      .delete(table)
      .where(and(eq(table.userId, userId), guard))
      .returning({ userId: table.userId });
  return [
    db
      .update(sessions)
      .set({ revokedAt: now, revokedReason: 'revoked' })
      .where(
        and(
          eq(sessions.userId, userId),
          isNull(sessions.revokedAt),
          session === null ? undefined : ne(sessions.id, session.id),
          proved,
        ),
      )
      .returning({ id: sessions.id }),
    db
      .update(apiKeys)
      .set({ revokedAt: now })
      .where(and(eq(apiKeys.createdBy, userId), isNull(apiKeys.revokedAt), goes))
      .returning({ id: apiKeys.id }),
    remove(totpAuthenticators, goes),
    remove(passkeys, goes),
    remove(linkedIdentities, goes),
    remove(recoveryCodes, goes),
    remove(signInChallenges, proved),
    remove(oneTimeTokens, proved),
  ] as const;
}

type Rows = readonly unknown[];

/** Reads what ended from the results of the first five statements. */
export const endedAccess = (
  ended: readonly { readonly id: SessionId }[],
  revoked: readonly { readonly id: ApiKeyId }[],
  authenticators: Rows,
  removedPasskeys: Rows,
  links: Rows,
): EndedAccess => ({
  sessions: ended.map((each) => each.id),
  apiKeys: revoked.map((each) => each.id),
  authenticators: authenticators.length,
  passkeys: removedPasskeys.length,
  linkedAccounts: links.length,
});
