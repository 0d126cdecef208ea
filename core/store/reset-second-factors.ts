import { eq } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { passkeys, recoveryCodes, totpAuthenticators } from '../db/schema/sign-in.ts';
import type { OrganizationId, SessionId, UserId } from '../domain/id.ts';
import { SYSTEM_ORGANIZATION_ID } from '../domain/system.ts';
import { type AuditEvent, insertAuditEvent } from './audit.ts';
import { revokeSessions } from './own-sessions.ts';

/**
 * Removes all second factors of a user (authenticator, recovery codes, passkeys) and ends their sessions. Recorded in
 * the audit logs of the server and of their organizations. Returns the sessions that ended.
 */
export async function resetSecondFactors(
  db: ControlDatabase,
  userId: UserId,
  organizationIds: readonly OrganizationId[],
  event: AuditEvent,
): Promise<readonly SessionId[]> {
  const [ended] = await db.batch([
    revokeSessions(db, userId, event.occurredAt),
    db.delete(totpAuthenticators).where(eq(totpAuthenticators.userId, userId)),
    db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId)),
    db.delete(passkeys).where(eq(passkeys.userId, userId)),
    ...[SYSTEM_ORGANIZATION_ID, ...organizationIds].map((id) => insertAuditEvent(db, id, event)),
  ]);
  return ended.map((row) => row.id);
}
