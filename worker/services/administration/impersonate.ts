import type { ImpersonateBody } from '#core/contract/administration';
import { AppError } from '#core/platform/errors';
import { newId } from '#core/platform/ids';
import { findActivePerson } from '#core/store/identity';
import { closeImpersonation, openImpersonation } from '#core/store/impersonation';
import { sealSoon } from '../audit/seal-soon.ts';
import { auditOf } from '../audit-event.ts';
import type { SignedInContext } from '../context.ts';
import { type SignIn, signIn } from '../identity/issue-tokens.ts';
import { sessionOf } from '../identity/require-session.ts';
import { sessionsEnded } from '../identity/session-liveness.ts';
import type { AdministratorContext } from './require-administrator.ts';
import { requireUser } from './users.ts';

/**
 * Starts a short impersonation of a user in one of their organizations, with a reason. The token names the
 * administrator (`act`), cannot be refreshed, and lacks sensitive permissions.
 * @throws AppError `not_found` for an unknown user or organization, `forbidden` for another administrator
 */
export async function impersonate(
  context: AdministratorContext,
  userId: string,
  body: ImpersonateBody,
): Promise<SignIn> {
  const { control, settings, now } = context.dependencies;
  const user = await requireUser(context, userId);
  if (user.systemAdministratorAt !== null)
    throw new AppError('forbidden', 'A system administrator cannot be impersonated.');
  const person = await findActivePerson(control, user.id);
  const membership = person?.memberships.find((each) => each.organizationId === body.organization_id);
  if (!person || !membership) throw new AppError('not_found', 'The user is not an active member of that organization.');
  const at = now();
  const impersonatorId = context.caller.userId;
  const session = {
    id: newId('session', at),
    userId: person.user.id,
    organizationId: membership.organizationId,
    impersonatorId,
    ip: context.ip,
    userAgent: context.userAgent,
    expiresAt: at + settings.IMPERSONATION_SECONDS * 1000,
  };
  const event = auditOf(context, 'impersonation.started', { kind: 'user', id: person.user.id }, null, {
    reason: body.reason,
    session_id: session.id,
  });
  await openImpersonation(control, session, event);
  sealSoon(context, membership.organizationId, membership.shard);
  return signIn(context, person, membership, session.id, undefined, {
    impersonatorId,
    seconds: settings.IMPERSONATION_SECONDS,
  });
}

/** Ends the impersonation of this session. No effect on other sessions. */
export async function stopImpersonation(context: SignedInContext): Promise<void> {
  const { impersonatorId } = context.caller;
  if (impersonatorId === undefined) return;
  const { sessionId, organizationId, userId } = sessionOf(context);
  const event = auditOf(context, 'impersonation.stopped', { kind: 'user', id: userId }, { session_id: sessionId });
  await closeImpersonation(context.dependencies.control, { id: sessionId, organizationId, impersonatorId }, event);
  sessionsEnded(context, userId, [sessionId]);
}
