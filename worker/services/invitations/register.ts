import type { RegisterByInvitationBody } from '#core/contract/invitations';
import { AppError } from '#core/platform/errors';
import { newId } from '#core/platform/ids';
import { rethrowTransient } from '#core/platform/transient-fault';
import { sha256Hex } from '#core/security/digest';
import { hashPassword } from '#core/security/password';
import { registerByInvitation } from '#core/store/accept-invitation';
import { findActivePerson, findTaken } from '#core/store/identity';
import { revokeSession, type SessionOwner } from '#core/store/sessions';
import type { RequestContext } from '../context.ts';
import { checkNewPassword } from '../identity/check-password.ts';
import { nextSignInStep, type SignInOutcome } from '../identity/complete-sign-in.ts';
import { hashInTurn } from '../identity/hash-in-turn.ts';
import { newRefreshToken, signIn } from '../identity/issue-tokens.ts';
import { personEvent } from '../identity/person-event.ts';
import { capByPlan } from '../plan-limit.ts';
import { notTaken, openInvitation } from './take.ts';

/**
 * Registers a new user by invitation and signs them in. The address is the invitation's, never the request's.
 * @throws AppError `link_invalid`, `plan_limit_reached`, `validation_failed`, `conflict` if the address has an account:
 * sign in and accept
 */
export async function registerWithInvitation(
  context: RequestContext,
  body: RegisterByInvitationBody,
): Promise<SignInOutcome> {
  const { control, settings, now } = context.dependencies;
  await checkNewPassword(context, body.password);
  const invitation = await openInvitation(context, body.token);
  if (invitation.userId !== null) throw hasAccount();
  const passwordHash = await hashInTurn(context, () => hashPassword(body.password));
  const at = now();
  const { tokenHash, organizationId, role, workspaces, email, emailNormalized } = invitation;
  const userId = newId('user', at);
  const refreshToken = newRefreshToken();
  const session = {
    id: newId('session', at),
    userId,
    organizationId,
    refreshHash: await sha256Hex(refreshToken),
    ip: context.ip,
    userAgent: context.userAgent,
    now: at,
    expiresAt: at + settings.REFRESH_TOKEN_SECONDS * 1000,
  };
  const event = personEvent(context, userId, 'invitation.accepted', { kind: 'invitation', id: invitation.id }, null, {
    user_id: userId,
    role,
  });
  const newPerson = { email, emailNormalized, passwordHash, firstName: body.first_name, lastName: body.last_name };
  try {
    const acceptance = { tokenHash, organizationId, userId, role, workspaces, cap: capByPlan(context, 'members') };
    if (!(await registerByInvitation(control, acceptance, newPerson, session, event)))
      throw await notTaken(context, tokenHash, organizationId);
  } catch (error) {
    rethrowTransient(error);
    if (error instanceof AppError) throw error;
    // A unique constraint may have failed: check the table instead of parsing the error.
    throw (await findTaken(control, emailNormalized, '')).email ? hasAccount() : error;
  }
  const person = await findActivePerson(control, userId);
  const [membership] = person?.memberships ?? [];
  if (!person || !membership) throw new Error('an invitation was accepted but the account cannot be read');
  const missing = await nextSignInStep(context, person, membership);
  if (missing) {
    // Nobody received this session's tokens; end it rather than leaving it open.
    await endUnusedSession(context, { sessionId: session.id, userId, organizationId });
    return missing;
  }
  return { kind: 'signed_in', signIn: await signIn(context, person, membership, session.id, refreshToken) };
}

function endUnusedSession(context: RequestContext, owner: SessionOwner): Promise<void> {
  const event = personEvent(context, owner.userId, 'session.revoked', { kind: 'session', id: owner.sessionId }, null, {
    reason: 'second_factor_missing',
  });
  return revokeSession(context.dependencies.control, owner, 'revoked', event);
}

const hasAccount = (): AppError =>
  new AppError('conflict', 'An account with this email address already exists. Sign in, then accept the invitation.');
