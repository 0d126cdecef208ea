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
 * The first proof that an address belongs to its person. Until then anybody may have registered it, so the proof ends
 * what was there before: it must never leave a way in to whoever did not bring it.
 */

/** What the proof was brought in. */
export interface ProvingSession {
  readonly id: SessionId;
  /** It was opened by the registration itself: whoever registered and whoever owns the address are the same. */
  readonly registered: boolean;
}

/** What ended, for the memories of the isolate. */
export interface EndedAccess {
  readonly sessions: readonly SessionId[];
  readonly apiKeys: readonly ApiKeyId[];
}

/** The live session of this person with this id; null when there is none. */
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
  // A registration makes the person and the session at one time, in one batch; any other sign-in comes later.
  return row ? { id: sessionId, registered: row.openedAt === row.registeredAt } : null;
}

/** SQL: the address of this person was proved for the first time at this moment. */
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
 * Statements for the batch that sets `email_verified_at` to `now`, after the one that does. They end every other
 * session, and unless the registering session brought the proof, every second factor, passkey, linked account and API
 * key. Half-done sign-ins and open links end in any case. Without a first proof they change nothing.
 */
export function endEarlierAccess(db: ControlDatabase, userId: UserId, now: number, session: ProvingSession | null) {
  const proved = provedAt(userId, now);
  const goes = session?.registered ? sql`false` : proved;
  const remove = (table: OfPerson, guard: SQL) => db.delete(table).where(and(eq(table.userId, userId), guard));
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
    remove(signInChallenges, proved),
    remove(oneTimeTokens, proved),
    remove(totpAuthenticators, goes),
    remove(recoveryCodes, goes),
    remove(passkeys, goes),
    remove(linkedIdentities, goes),
  ] as const;
}

/** What ended, from the results of the first two statements. */
export const endedAccess = (
  ended: readonly { readonly id: SessionId }[],
  revoked: readonly { readonly id: ApiKeyId }[],
): EndedAccess => ({
  sessions: ended.map((each) => each.id),
  apiKeys: revoked.map((each) => each.id),
});
