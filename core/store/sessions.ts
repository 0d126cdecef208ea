import { and, eq, exists, gt, isNull, lt, or, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { customRoles, memberships, organizations, refreshTokens, sessions, users } from '../db/schema/control.ts';
import type { OrganizationId, SessionId, UserId } from '../domain/id.ts';
import {
  activeMembershipIn,
  activeOrganizationOfMember,
  activePersonOfSession,
  customRoleOfMember,
} from './active-member.ts';
import { type AuditEvent, insertAuditEventIfChanged } from './audit.ts';
import { administratorStillIs, liveSessionOf } from './live-session.ts';
import { type ReachRow, reachColumns } from './reach.ts';

/** Sessions and their refresh tokens. A session is the token family of one sign-in. */
export interface NewSession {
  readonly id: SessionId;
  readonly userId: UserId;
  readonly organizationId: OrganizationId;
  readonly refreshHash: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly now: number;
  /** End of both the session and its refresh token, Unix milliseconds. */
  readonly expiresAt: number;
}

/** Statements for `batch`: create the session and its first refresh token. */
export function openSessionStatements(db: ControlDatabase, session: NewSession) {
  const { id, refreshHash, now, expiresAt, ...rest } = session;
  return [
    db.insert(sessions).values({ id, ...rest, createdAt: now, lastUsedAt: now, expiresAt }),
    db.insert(refreshTokens).values({ hash: refreshHash, sessionId: id, createdAt: now, expiresAt }),
  ] as const;
}

/**
 * Time for which spent tokens are remembered so that their reuse ends the session. Older ones are simply unknown and
 * give no access either. Without this limit, a session that lives for months would keep a row for every quarter of an
 * hour.
 */
const SPENT_TOKENS_KEPT_MS = 7 * 24 * 3_600_000;

export interface Rotation {
  readonly hash: string;
  readonly replacementHash: string;
  readonly now: number;
  readonly expiresAt: number;
}

export interface SessionOwner {
  readonly sessionId: SessionId;
  readonly userId: UserId;
  readonly organizationId: OrganizationId;
}

/**
 * Spends a refresh token and stores its replacement in one batch. Of any number of concurrent callers exactly one gets
 * the session. The others get null, as does anyone without a live token of a live session of an active user.
 */
export async function rotateRefreshToken(db: ControlDatabase, rotation: Rotation): Promise<SessionOwner | null> {
  const { hash, replacementHash, now, expiresAt } = rotation;
  const liveSession = db
    .select({ one: sql`1` })
    .from(sessions)
    .innerJoin(users, activePersonOfSession)
    .where(and(eq(sessions.id, refreshTokens.sessionId), isNull(sessions.revokedAt), gt(sessions.expiresAt, now)));
  const owner = db
    .select({ sessionId: sessions.id, userId: sessions.userId, organizationId: sessions.organizationId })
    .from(refreshTokens)
    .innerJoin(sessions, eq(sessions.id, refreshTokens.sessionId))
    .where(eq(refreshTokens.hash, hash));
  const [claimed, , , [row]] = await db.batch([
    db
      .update(refreshTokens)
      .set({ usedAt: now })
      .where(
        and(
          eq(refreshTokens.hash, hash),
          isNull(refreshTokens.usedAt),
          gt(refreshTokens.expiresAt, now),
          exists(liveSession),
        ),
      )
      .returning({ sessionId: refreshTokens.sessionId }),
    db.insert(refreshTokens).select(
      sql`SELECT ${replacementHash}, ${refreshTokens.sessionId}, ${now}, ${expiresAt}, NULL FROM ${refreshTokens}
            WHERE ${refreshTokens.hash} = ${hash} AND changes() > 0`,
    ),
    db
      .update(sessions)
      .set({ lastUsedAt: now, expiresAt })
      .where(
        and(eq(sessions.id, sql`(SELECT session_id FROM refresh_tokens WHERE hash = ${hash})`), sql`changes() > 0`),
      ),
    owner,
    db
      .delete(refreshTokens)
      .where(
        and(
          eq(refreshTokens.sessionId, sql`(SELECT session_id FROM refresh_tokens WHERE hash = ${hash})`),
          lt(refreshTokens.usedAt, now - SPENT_TOKENS_KEPT_MS),
        ),
      ),
  ]);
  return claimed.length > 0 && row ? row : null;
}

/** Returns a refresh token that could not be spent, with the state of its session; null if it was never issued. */
export async function findRefreshToken(db: ControlDatabase, hash: string) {
  const [row] = await db
    .select({
      usedAt: refreshTokens.usedAt,
      revokedAt: sessions.revokedAt,
      sessionId: sessions.id,
      userId: sessions.userId,
      organizationId: sessions.organizationId,
    })
    .from(refreshTokens)
    .innerJoin(sessions, eq(sessions.id, refreshTokens.sessionId))
    .where(eq(refreshTokens.hash, hash))
    .limit(1);
  return row ?? null;
}

/** Ends a session and all its refresh tokens. No effect if it has already ended. */
export async function revokeSession(
  db: ControlDatabase,
  owner: SessionOwner,
  reason: 'logout' | 'reuse' | 'revoked',
  event: AuditEvent,
): Promise<void> {
  await db.batch([
    db
      .update(sessions)
      .set({ revokedAt: event.occurredAt, revokedReason: reason })
      .where(and(eq(sessions.id, owner.sessionId), eq(sessions.userId, owner.userId), isNull(sessions.revokedAt))),
    insertAuditEventIfChanged(db, owner.organizationId, event),
  ]);
}

/** Returns true while the session is neither revoked nor expired. */
export async function isSessionLive(
  db: ControlDatabase,
  userId: UserId,
  sessionId: SessionId,
  now: number,
): Promise<boolean> {
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(liveSessionOf(userId, sessionId, now))
    .limit(1);
  return rows.length > 0;
}

/** Returns the time of the sign-in in Unix milliseconds; null if the session is not live. */
export async function findSessionStart(
  db: ControlDatabase,
  { userId, sessionId }: Pick<SessionOwner, 'userId' | 'sessionId'>,
  now: number,
): Promise<number | null> {
  const [row] = await db
    .select({ createdAt: sessions.createdAt })
    .from(sessions)
    .where(liveSessionOf(userId, sessionId, now))
    .limit(1);
  return row?.createdAt ?? null;
}

/**
 * Returns the access of the session's user, if the session is live and the user is an active member, with this role, of
 * an active organization. A custom role must still grant exactly these permissions (bits in hex). Null otherwise.
 */
export async function findMemberSession(
  db: ControlDatabase,
  of: SessionOwner & {
    readonly role: string;
    readonly permissionBits: string;
    readonly shard: string;
    readonly impersonatorId?: UserId;
  },
  now: number,
): Promise<ReachRow | null> {
  const [row] = await db
    .select(reachColumns(now))
    .from(sessions)
    .innerJoin(users, activePersonOfSession)
    .innerJoin(memberships, and(activeMembershipIn(of.organizationId), eq(memberships.role, of.role)))
    .innerJoin(organizations, activeOrganizationOfMember)
    .leftJoin(customRoles, customRoleOfMember)
    .where(
      and(
        liveSessionOf(of.userId, of.sessionId, now),
        administratorStillIs,
        sql`${sessions.impersonatorId} IS ${of.impersonatorId ?? null}`,
        eq(organizations.shard, of.shard),
        or(isNull(customRoles.id), eq(customRoles.permissions, of.permissionBits)),
      ),
    )
    .limit(1);
  return row ?? null;
}

/** Switches a session to another organization. False if the session is not live. */
export async function moveSession(
  db: ControlDatabase,
  owner: SessionOwner,
  to: OrganizationId,
  event: AuditEvent,
): Promise<boolean> {
  const [moved] = await db.batch([
    db
      .update(sessions)
      .set({ organizationId: to, lastUsedAt: event.occurredAt })
      .where(liveSessionOf(owner.userId, owner.sessionId, event.occurredAt))
      .returning({ id: sessions.id }),
    insertAuditEventIfChanged(db, to, event),
  ]);
  return moved.length > 0;
}
