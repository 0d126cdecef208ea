import { findPersonToSignIn } from '#core/store/identity';
import { spendChallenge } from '#core/store/sign-in-challenges';
import type { RequestContext } from '../context.ts';
import { continueChallenge, signInAnew } from './challenge.ts';
import { completeSignIn, type SignInOutcome } from './complete-sign-in.ts';
import { personAudit } from './person-event.ts';
import { proveSecondFactor, type TypedFactor } from './prove-second-factor.ts';

/**
 * Completes a sign-in with the token of its first step and a code. The batch that opens the session consumes both, so
 * that neither can be used twice. @throws AppError `unauthenticated`, `mfa_code_invalid`, `rate_limited`
 */
export async function signInWithSecondFactor(
  context: RequestContext,
  token: string,
  typed: TypedFactor,
): Promise<SignInOutcome> {
  const { control, now } = context.dependencies;
  const challenge = await continueChallenge(context, 'second_factor', token);
  const person = await findPersonToSignIn(control, challenge.userId);
  if (!person) throw signInAnew();
  const refusal = personAudit(context, person, 'session.refused', 'failure', { reason: 'second_factor' });
  const proven = await proveSecondFactor(context, challenge.userId, typed, refusal);
  return completeSignIn(context, person, {
    method: `first+${proven.method}`,
    isTwoFactor: true,
    spending: [spendChallenge(control, challenge.hash, 'second_factor', now()), proven.spend(true)],
    refunds: null,
    forgets: proven.attempt.subjects,
  });
}
