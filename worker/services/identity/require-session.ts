import { isMfaDemanded } from '#core/domain/mfa';
import { AppError } from '#core/platform/errors';
import type { SessionOwner } from '#core/store/sessions';
import { isSessionLive } from '#core/store/sessions';
import { readStanding } from '#core/store/standing';
import type { SignedInContext } from '../context.ts';
import { recordRefusal } from '../record-refusal.ts';
import { permissionsOf } from './identity-view.ts';

/** The session behind this call. @throws AppError `forbidden` when an API key calls what only a person does. */
export function sessionOf({ caller }: SignedInContext): SessionOwner {
  if (caller.sessionId === undefined)
    throw new AppError('forbidden', 'This operation requires a user session. API keys are not accepted.');
  return { sessionId: caller.sessionId, userId: caller.userId, organizationId: caller.organizationId };
}

/**
 * An access token outlives what it was given for by minutes; what is sensitive in an organization (people, power, keys,
 * settings) asks the database first: whether the session lives, the person still is a member who may do all the token
 * says, and has the second factor that may be demanded by now. API keys pass: theirs was asked already.
 * @throws AppError `unauthenticated`, `mfa_required`
 */
export async function requireLiveSession(context: SignedInContext): Promise<void> {
  const { caller, dependencies } = context;
  if (caller.sessionId === undefined) return;
  const session = sessionOf(context);
  const standing = await readStanding(dependencies.control, session, dependencies.now());
  if (!standing) throw hasEnded();
  const permissions = permissionsOf(standing.role, standing.customPermissions);
  if (![...caller.permissions].every((name) => permissions.includes(name))) throw hasEnded();
  // Whoever works in somebody's name proves nothing by that person's factors.
  if (caller.impersonatorId !== undefined || standing.hasSecondFactor) return;
  if (!isMfaDemanded(standing.mfaDemand, permissions)) return;
  recordRefusal(context, 'access.refused', 'session', session.sessionId, 'mfa_required');
  throw new AppError('mfa_required', 'This organization now requires a second factor. Set one up in your settings.');
}

/**
 * The same for a person's own account, which is above organizations: only the session counts, so that a factor which is
 * demanded can be set up. @throws AppError `unauthenticated`
 */
export async function requireOwnSession({ caller, dependencies }: SignedInContext): Promise<void> {
  if (caller.sessionId === undefined) return;
  const live = await isSessionLive(dependencies.control, caller.userId, caller.sessionId, dependencies.now());
  if (!live) throw hasEnded();
}

const hasEnded = (): AppError => new AppError('unauthenticated', 'This session has ended. Sign in again.');
