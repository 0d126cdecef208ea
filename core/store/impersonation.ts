import { and, eq, isNull } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { sessions } from '../db/schema/control.ts';
import type { OrganizationId, SessionId, UserId } from '../domain/id.ts';
import { SYSTEM_ORGANIZATION_ID } from '../domain/system.ts';
import { type AuditEvent, insertAuditEvent, insertAuditEventIfChanged } from './audit.ts';

/** A session in which a system administrator works as somebody else. It has no refresh token: it ends by itself. */
export interface ImpersonationSession {
  readonly id: SessionId;
  readonly userId: UserId;
  readonly organizationId: OrganizationId;
  readonly impersonatorId: UserId;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly expiresAt: number;
}

/** Opens it; told in the organization's trail and in the server's. */
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

/** Ends it; one that has ended already is left as it is. */
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
