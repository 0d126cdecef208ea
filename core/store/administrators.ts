import { and, count, eq, exists, gt, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { sessions, users } from '../db/schema/control.ts';
import { passkeys, totpAuthenticators } from '../db/schema/sign-in.ts';
import type { SessionId, UserId } from '../domain/id.ts';
import { SYSTEM_ORGANIZATION_ID } from '../domain/system.ts';
import { type AuditEvent, insertAuditEventIfChanged } from './audit.ts';
import { idEquals } from './id-equals.ts';

/** System administrators: users with administrative access to the whole server, independent of organizations. */

/**
 * Returns whether the session is live, not an impersonation, and belongs to an active system administrator (with a
 * second factor, if required). `older`: all of that applies, but the session was opened before the appointment. One
 * round trip.
 */
export async function findAdministratorSession(
  db: ControlDatabase,
  userId: UserId,
  sessionId: SessionId,
  now: number,
  demandsFactor: boolean,
): Promise<'fresh' | 'older' | null> {
  const [row] = await db
    .select({ openedAt: sessions.createdAt, appointedAt: users.systemAdministratorAt })
    .from(sessions)
    .innerJoin(
      users,
      and(eq(users.id, sessions.userId), eq(users.status, 'active'), isNotNull(users.systemAdministratorAt)),
    )
    .where(
      and(
        eq(sessions.id, sessionId),
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        isNull(sessions.impersonatorId),
        gt(sessions.expiresAt, now),
        demandsFactor ? holdsFactor(db, userId) : undefined,
      ),
    )
    .limit(1);
  if (!row) return null;
  return row.openedAt > (row.appointedAt ?? Number.POSITIVE_INFINITY) ? 'fresh' : 'older';
}

const holdsFactor = (db: ControlDatabase, userId: UserId) =>
  or(
    exists(
      db
        .select({ one: sql`1` })
        .from(totpAuthenticators)
        .where(and(eq(totpAuthenticators.userId, userId), isNotNull(totpAuthenticators.confirmedAt))),
    ),
    exists(db.select({ one: sql`1` }).from(passkeys).where(eq(passkeys.userId, userId))),
  );

/**
 * Appoints or removes an administrator. False if nothing changed, the user is not active, or they are the last
 * administrator.
 */
export async function setAdministrator(
  db: ControlDatabase,
  userId: UserId,
  administrator: boolean,
  event: AuditEvent,
): Promise<boolean> {
  const others = db
    .select({ n: count() })
    .from(users)
    .where(and(isNotNull(users.systemAdministratorAt), eq(users.status, 'active'), ne(users.id, userId)));
  const guard = administrator
    ? and(isNull(users.systemAdministratorAt), eq(users.status, 'active'))
    : and(isNotNull(users.systemAdministratorAt), sql`(${others}) > 0`);
  const [changed] = await db.batch([
    db
      .update(users)
      .set({ systemAdministratorAt: administrator ? event.occurredAt : null, updatedAt: event.occurredAt })
      .where(and(idEquals(users.id, userId), guard))
      .returning({ id: users.id }),
    insertAuditEventIfChanged(db, SYSTEM_ORGANIZATION_ID, event),
  ]);
  return changed.length > 0;
}

/** Returns the active users with these verified addresses who are not administrators yet. */
export async function listFutureAdministrators(
  db: ControlDatabase,
  emailsNormalized: readonly string[],
): Promise<readonly UserId[]> {
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        inArray(users.emailNormalized, [...emailsNormalized]),
        eq(users.status, 'active'),
        isNotNull(users.emailVerifiedAt),
        isNull(users.systemAdministratorAt),
      ),
    );
  return rows.map((row) => row.id);
}
