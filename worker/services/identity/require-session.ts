import { isMfaDemanded } from '#core/domain/mfa';
import { AppError } from '#core/platform/errors';
import { liveApiKeyOf } from '#core/store/live-api-key';
import type { SessionOwner } from '#core/store/sessions';
import { isSessionLive } from '#core/store/sessions';
import { readStanding } from '#core/store/standing';
import type { SignedInContext } from '../context.ts';
import { recordRefusal } from '../record-refusal.ts';
import { permissionsOf } from './identity-view.ts';

/** Returns the session of this request. @throws AppError `forbidden` for an API key */
export function sessionOf({ caller }: SignedInContext): SessionOwner {
  if (caller.sessionId === undefined)
    throw new AppError('forbidden', 'This operation requires a user session. API keys are not accepted.');
  return { sessionId: caller.sessionId, userId: caller.userId, organizationId: caller.organizationId };
}

/**
 * Checks the database before sensitive operations of an organization (members, roles, keys, settings), because access
 * tokens stay valid for minutes after access has ended: the session must be live, the user must still be a member with
 * all permissions in the token, and must have a second factor if one is required by now. API keys have already been
 * checked.
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
  // While impersonating, the user's factors prove nothing.
  if (caller.impersonatorId !== undefined || standing.hasSecondFactor) return;
  if (!isMfaDemanded(standing.mfaDemand, permissions)) return;
  recordRefusal(context, 'access.refused', 'session', session.sessionId, 'mfa_required');
  throw new AppError('mfa_required', 'This organization now requires a second factor. Set one up in your settings.');
}

/**
 * The same for the user's own account, independent of organizations: only the session is checked, so that a required
 * factor can be set up. @throws AppError `unauthenticated`
 */
export async function requireOwnSession({ caller, dependencies }: SignedInContext): Promise<void> {
  if (caller.sessionId === undefined) return;
  const live = await isSessionLive(dependencies.control, caller.userId, caller.sessionId, dependencies.now());
  if (!live) throw hasEnded();
}

/**
 * The failure for a guarded write that changed nothing: the caller's credential may have been revoked between its check
 * and the write, otherwise it is `otherwise`. @throws AppError `unauthenticated`, as `requireLiveSession`
 */
export async function whyUnchanged<T>(context: SignedInContext, otherwise: () => T): Promise<Awaited<T>> {
  const { caller, dependencies } = context;
  const { control, now } = dependencies;
  if (caller.sessionId !== undefined) await requireOwnSession(context);
  else if ((await liveApiKeyOf(control, caller.organizationId, caller.id, now())).length === 0) throw hasEnded();
  return await otherwise();
}

const hasEnded = (): AppError => new AppError('unauthenticated', 'This session has ended. Sign in again.');
