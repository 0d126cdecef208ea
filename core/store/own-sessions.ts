import { and, desc, eq, gt, isNull, ne, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { sessions } from '../db/schema/control.ts';
import type { SessionId, UserId } from '../domain/id.ts';
import { olderThan, type PageRequest } from './page.ts';

/** Sessions of one user across all their organizations. */
export type SessionRow = typeof sessions.$inferSelect;

/** Returns the user's live sessions, newest first; `after` is the last row of the previous page. */
export async function listLiveSessions(
  db: ControlDatabase,
  userId: UserId,
  now: number,
  { limit, after }: PageRequest,
): Promise<readonly SessionRow[]> {
  const beyond = olderThan(sessions.createdAt, sessions.id, after);
  return db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt), gt(sessions.expiresAt, now), beyond))
    .orderBy(desc(sessions.createdAt), desc(sessions.id))
    .limit(limit);
}

/** Statement: ends all live sessions of a user, for an administrator. */
export function revokeSessions(db: ControlDatabase, userId: UserId, now: number) {
  return db
    .update(sessions)
    .set({ revokedAt: now, revokedReason: 'administrator' })
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
}

/** Statement: ends all live sessions of a user except `except`, if the previous statement changed a row. */
export function revokeSessionsIfChanged(db: ControlDatabase, userId: UserId, except: SessionId | null, now: number) {
  return db
    .update(sessions)
    .set({ revokedAt: now, revokedReason: 'password' })
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        except === null ? undefined : ne(sessions.id, except),
        sql`changes() > 0`,
      ),
    )
    .returning({ id: sessions.id });
}
