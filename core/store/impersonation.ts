import { and, eq, isNull } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { sessions } from '../db/schema/control.ts';
import type { OrganizationId, SessionId, UserId } from '../domain/id.ts';
import { SYSTEM_ORGANIZATION_ID } from '../domain/system.ts';
import { type AuditEvent, insertAuditEvent, insertAuditEventIfChanged } from './audit.ts';

/** A session in which a system administrator impersonates a user. It has no refresh token and ends by itself. */
export interface ImpersonationSession {
  readonly id: SessionId;
  readonly userId: UserId;
  readonly organizationId: OrganizationId;
  readonly impersonatorId: UserId;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly expiresAt: number;
}

/** Opens the session and records it in the audit logs of the organization and the server. */
export async function openImpersonation(
  db: ControlDatabase,
  session: ImpersonationSession,
  event: AuditEvent,
): Promise<void> {
  const times = { createdAt: event.occurredAt, lastUsedAt: event.occurredAt };
  await db.batch([
    db.insert(sessions).values({ ...session, ...times }),
    insertAuditEvent(db, session.organizationId, event),
    insertAuditEvent(db, SYSTEM_ORGANIZATION_ID, event),
  ]);
}

/** Ends the session. No effect if it has already ended. */
export async function closeImpersonation(
  db: ControlDatabase,
  session: Pick<ImpersonationSession, 'id' | 'organizationId' | 'impersonatorId'>,
  event: AuditEvent,
): Promise<void> {
  await db.batch([
    db
      .update(sessions)
      .set({ revokedAt: event.occurredAt, revokedReason: 'logout' })
      .where(
        and(
          eq(sessions.id, session.id),
          eq(sessions.impersonatorId, session.impersonatorId),
          isNull(sessions.revokedAt),
        ),
      ),
    insertAuditEventIfChanged(db, session.organizationId, event),
    insertAuditEventIfChanged(db, SYSTEM_ORGANIZATION_ID, event),
  ]);
}
