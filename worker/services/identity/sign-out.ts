import { revokeSession } from '#core/store/sessions';
import { auditOf } from '../audit-event.ts';
import type { SignedInContext } from '../context.ts';
import { sessionOf } from './require-session.ts';
import { sessionsEnded } from './session-liveness.ts';

/** Revokes the caller's session. Idempotent. @throws AppError `forbidden` for an API key. */
export async function signOut(context: SignedInContext): Promise<void> {
  const session = sessionOf(context);
  const event = auditOf(context, 'session.revoked', { kind: 'session', id: session.sessionId }, null, {
    reason: 'logout',
  });
  await revokeSession(context.dependencies.control, session, 'logout', event);
  sessionsEnded(context, session.userId, [session.sessionId]);
}
