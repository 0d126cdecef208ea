import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { sessions } from '../db/schema/control.ts';
import type { SessionId, UserId } from '../domain/id.ts';

/** Conditions on `sessions`, for queries and for the guards of writes. */

/** SQL: an impersonation ends when the administrator loses that status. */
export const administratorStillIs = sql`(${sessions.impersonatorId} IS NULL OR EXISTS (
  SELECT 1 FROM users AS administrator WHERE administrator.id = ${sessions.impersonatorId}
  AND administrator.status = 'active' AND administrator.system_administrator_at IS NOT NULL))`;

export const liveSessionOf = (userId: UserId, sessionId: SessionId, now: number) =>
  and(eq(sessions.id, sessionId), eq(sessions.userId, userId), isNull(sessions.revokedAt), gt(sessions.expiresAt, now));
