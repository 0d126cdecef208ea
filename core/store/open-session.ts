import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { ControlDatabase } from '../db/connect.ts';
import { refreshTokens, sessions, signInAttempts, users } from '../db/schema/control.ts';
import { signInChallenges } from '../db/schema/sign-in.ts';
import type { UserId } from '../domain/id.ts';
import { type AuditEvent, insertAuditEventIfChanged } from './audit.ts';
import { insertWhen } from './insert-when.ts';
import { runAll } from './run-all.ts';
import type { NewSession } from './sessions.ts';
import { type CountedAttempt, refundAttempt } from './sign-in-attempts.ts';
import type { Challenge } from './sign-in-challenges.ts';

/** A statement that changes a row if and only if its proof is still valid. */
export type Spending = BatchItem<'sqlite'>;

export interface Opening {
  /** Proofs that the sign-in spends, in this order. All except the first must themselves check `changes() > 0`. */
  readonly spending: readonly Spending[];
  /** Subjects whose failed attempts are cleared once the session is open. */
  readonly forgets: readonly string[];
  /** Counted attempt that is refunded once the session is open, because it succeeded. */
  readonly refunds: CountedAttempt | null;
  /** Further statements of the batch, with their own guards. */
  readonly also?: readonly BatchItem<'sqlite'>[];
  readonly rehash?: { readonly from: string; readonly to: string };
}

const before = sql`changes() > 0`;

/** Statement: changes a row while this is still the user's password. A password is verified but not used up. */
export const passwordHolds = (db: ControlDatabase, userId: UserId, passwordHash: string): Spending =>
  db
    .update(users)
    .set({ updatedAt: sql`${users.updatedAt}` })
    .where(and(eq(users.id, userId), eq(users.passwordHash, passwordHash)));

/** Opens a session in one batch with everything the sign-in spends. False if a proof was already spent. */
export async function openSession(
  db: ControlDatabase,
  session: NewSession,
  event: AuditEvent,
  { spending, forgets, refunds, also = [], rehash }: Opening,
): Promise<boolean> {
  const { refreshHash, now, expiresAt, ...rest } = session;
  const opened = insertWhen(
    db,
    sessions,
    { ...rest, createdAt: now, lastUsedAt: now, expiresAt, revokedAt: null, revokedReason: null, impersonatorId: null },
    spending.length > 0 ? before : sql`true`,
  );
  const token = { hash: refreshHash, sessionId: session.id, createdAt: now, expiresAt, usedAt: null };
  const results = await runAll(db, [
    ...spending,
    opened,
    insertWhen(db, refreshTokens, token, before),
    insertAuditEventIfChanged(db, session.organizationId, event),
    ...forgets.map((subject) =>
      db.delete(signInAttempts).where(and(eq(signInAttempts.subject, subject), sessionIsOpen(session))),
    ),
    ...(refunds ? [refundAttempt(db, refunds, sessionIsOpen(session))] : []),
    ...(rehash
      ? [
          db
            .update(users)
            .set({ passwordHash: rehash.to, updatedAt: now })
            .where(and(eq(users.id, session.userId), eq(users.passwordHash, rehash.from), sessionIsOpen(session))),
        ]
      : []),
    ...also,
    db.select({ id: sessions.id }).from(sessions).where(eq(sessions.id, session.id)).limit(1),
  ]);
  const found = results.at(-1);
  return Array.isArray(found) && found.length > 0;
}

const sessionIsOpen = ({ id }: NewSession): SQL => sql`EXISTS (SELECT 1 FROM ${sessions} WHERE id = ${id})`;

/**
 * The same for a sign-in that needs another step: the proofs are spent for a challenge that the next step continues.
 * False if a proof was already spent.
 */
export async function openChallenge(
  db: ControlDatabase,
  challenge: Challenge,
  { spending, forgets, also = [] }: Pick<Opening, 'spending' | 'forgets' | 'also'>,
): Promise<boolean> {
  const isOpen = sql`EXISTS (SELECT 1 FROM ${signInChallenges} WHERE hash = ${challenge.hash})`;
  const results = await runAll(db, [
    ...spending,
    insertWhen(db, signInChallenges, challenge, spending.length > 0 ? before : sql`true`),
    ...forgets.map((subject) => db.delete(signInAttempts).where(and(eq(signInAttempts.subject, subject), isOpen))),
    ...also,
    db.select({ hash: signInChallenges.hash }).from(signInChallenges).where(eq(signInChallenges.hash, challenge.hash)),
  ]);
  const found = results.at(-1);
  return Array.isArray(found) && found.length > 0;
}
