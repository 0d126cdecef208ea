import { AppError } from '#core/platform/errors';
import { findActivePerson } from '#core/store/identity';
import { moveSession } from '#core/store/sessions';
import { auditOf } from '../audit-event.ts';
import type { SignedInContext } from '../context.ts';
import { recordRefusal } from '../record-refusal.ts';
import { hasSecondFactor, isSecondFactorRequired } from './complete-sign-in.ts';
import { type SignIn, signIn } from './issue-tokens.ts';
import { sessionOf } from './require-session.ts';

/**
 * Switches the caller's session to another of their organizations. The refresh token stays the same.
 * @throws AppError `not_found` if the caller is not a member, `unauthenticated` if the session has ended
 */
export async function switchOrganization(context: SignedInContext, organizationId: string): Promise<SignIn> {
  const session = sessionOf(context);
  const { control } = context.dependencies;
  const person = await findActivePerson(control, session.userId);
  const membership = person?.memberships.find((each) => each.organizationId === organizationId);
  if (!person || !membership) throw new AppError('not_found', 'There is no such organization.');
  if (isSecondFactorRequired(membership) && !hasSecondFactor(person)) {
    // Recorded in the target organization, like a successful switch.
    const there = { ...context, caller: { ...context.caller, organizationId: membership.organizationId } };
    recordRefusal(there, 'session.switch_refused', 'session', session.sessionId, 'mfa_required');
    throw new AppError('mfa_required', 'This organization requires a second factor. Set one up before you switch.');
  }
  const event = auditOf(
    context,
    'session.switched',
    { kind: 'session', id: session.sessionId },
    { organization_id: session.organizationId },
    { organization_id: membership.organizationId },
  );
  const moved = await moveSession(control, session, membership.organizationId, event);
  if (!moved) throw new AppError('unauthenticated', 'This session has ended. Sign in again.');
  return signIn(context, person, membership, session.sessionId);
}
