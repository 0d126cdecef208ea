import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { ControlDatabase } from '../db/connect.ts';
import { refreshTokens, sessions, signInAttempts, users } from '../db/schema/control.ts';
import { type AuditEvent, insertAuditEventIfChanged } from './audit.ts';
import { insertWhen } from './insert-when.ts';
import { runAll } from './run-all.ts';
import type { NewSession } from './sessions.ts';

/** A statement that changes a row exactly when the proof it stands for is still good. */
export type Spending = BatchItem<'sqlite'>;

/** A session opens only while fewer than `most` attempts of this subject are counted in the window. */
export interface AttemptLimit {
  readonly subject: string;
  readonly windowStart: number;
  readonly most: number;
}

export interface Opening {
  /** What the sign-in uses up, in this order; every one but the first must itself go by `changes() > 0`. */
  readonly spending: readonly Spending[];
  readonly limits: readonly AttemptLimit[];
  /** Subjects whose failures are forgotten once the session is open. */
  readonly forgets: readonly string[];
  /** What else happens in the batch; it guards itself. */
  readonly also?: readonly BatchItem<'sqlite'>[];
  readonly rehash?: { readonly from: string; readonly to: string };
}

const before = sql`changes() > 0`;

/**
 * Opens a session after a sign-in, in one batch with everything that must be used up for it: either all of it happens
 * or none. False: something was used up already, or too many attempts failed meanwhile.
 */
export async function openSession(
  db: ControlDatabase,
  session: NewSession,
  event: AuditEvent,
  { spending, limits, forgets, also = [], rehash }: Opening,
): Promise<boolean> {
  const { refreshHash, now, expiresAt, ...rest } = session;
  const guards: SQL[] = limits.map(
    ({ subject, windowStart, most }) =>
      sql`NOT EXISTS (SELECT 1 FROM ${signInAttempts} WHERE subject = ${subject} AND window_start = ${windowStart} AND count >= ${most})`,
  );
  if (spending.length > 0) guards.unshift(before);
  const opened = insertWhen(
    db,
    sessions,
    { ...rest, createdAt: now, lastUsedAt: now, expiresAt, revokedAt: null, revokedReason: null, impersonatorId: null },
    guards.length > 0 ? sql.join(guards, sql` AND `) : sql`true`,
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
