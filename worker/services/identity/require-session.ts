import { AppError } from '#core/platform/errors';
import type { SessionOwner } from '#core/store/sessions';
import { isSessionLive } from '#core/store/sessions';
import type { SignedInContext } from '../context.ts';

/** The session behind this call. @throws AppError `forbidden` when an API key calls what only a person does. */
export function sessionOf({ caller }: SignedInContext): SessionOwner {
  if (caller.sessionId === undefined) throw new AppError('forbidden', 'This needs a signed-in person, not an API key.');
  return { sessionId: caller.sessionId, userId: caller.userId, organizationId: caller.organizationId };
}

/**
 * An access token outlives its session by minutes; what is sensitive (credentials, identity) asks the database first.
 * API keys pass: theirs was asked already. @throws AppError `unauthenticated` when the session has ended.
 */
export async function requireLiveSession({ caller, dependencies }: SignedInContext): Promise<void> {
  if (caller.sessionId === undefined) return;
  const live = await isSessionLive(dependencies.control, caller.userId, caller.sessionId, dependencies.now());
  if (!live) throw new AppError('unauthenticated', 'This session has ended. Sign in again.');
}
