import type { JoinByInvitationBody } from '#core/contract/invitations';
import { findPersonToSignIn } from '#core/store/identity';
import { takeChallenge } from '#core/store/sign-in-challenges';
import type { RequestContext } from '../context.ts';
import { continueChallenge, signInAnew } from '../identity/challenge.ts';
import { completeSignIn, hasSecondFactor, type SignInOutcome } from '../identity/complete-sign-in.ts';
import { personEvent } from '../identity/person-event.ts';
import { acceptanceOf, openInvitation, takeInvitation } from './take.ts';

/**
 * Joins an organization with an invitation after a sign-in without an organization, and completes the sign-in. The
 * token represents all factors of the user, since it is issued after the last one.
 * @throws AppError `unauthenticated`, and what `takeInvitation` and `completeSignIn` throw
 */
export async function joinWithInvitation(context: RequestContext, body: JoinByInvitationBody): Promise<SignInOutcome> {
  const { control, now } = context.dependencies;
  const { hash, userId } = await continueChallenge(context, 'no_organization', body.join_token);
  const invitation = await openInvitation(context, body.token);
  const person = await findPersonToSignIn(control, userId);
  if (person?.user.status !== 'active') throw signInAnew();
  if (!(await takeChallenge(control, hash, 'no_organization', now()))) throw signInAnew();
  await takeInvitation(
    context,
    invitation,
    person,
    null,
    personEvent(context, userId, ...acceptanceOf(invitation, userId)),
  );
  const joined = await findPersonToSignIn(control, userId);
  if (!joined) throw signInAnew();
  return completeSignIn(context, joined, {
    method: 'sign_in+invitation',
    isTwoFactor: hasSecondFactor(person),
    spending: [],
    forgets: [],
    refunds: null,
  });
}
