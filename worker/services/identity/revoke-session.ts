import { isId } from '#core/domain/id';
import { AppError } from '#core/platform/errors';
import { isSessionLive, revokeSession } from '#core/store/sessions';
import { auditOf } from '../audit-event.ts';
import type { SignedInContext } from '../context.ts';
import { requireOwnSession } from './require-session.ts';
import { sessionsEnded } from './session-liveness.ts';

/** Ends one of the caller's own sessions. An API key has none. @throws AppError `not_found` */
export async function revokeOwnSession(context: SignedInContext, id: string): Promise<void> {
  const { caller, dependencies } = context;
  const { control, now } = dependencies;
  await requireOwnSession(context);
  const own = caller.sessionId !== undefined && isId('session', id);
  if (!own || !(await isSessionLive(control, caller.userId, id, now())))
    throw new AppError('not_found', 'There is no such session.');
  const event = auditOf(context, 'session.revoked', { kind: 'session', id }, null, { reason: 'revoked' });
  await revokeSession(
    control,
    { sessionId: id, userId: caller.userId, organizationId: caller.organizationId },
    'revoked',
    event,
  );
  sessionsEnded(context, caller.userId, [id]);
}
