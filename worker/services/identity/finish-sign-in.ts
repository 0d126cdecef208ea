import { findPersonToSignIn } from '#core/store/identity';
import { spendChallenge } from '#core/store/sign-in-challenges';
import type { RequestContext } from '../context.ts';
import { type Admission, admit } from './admit.ts';
import { continueChallenge, signInAnew } from './challenge.ts';
import { personAudit } from './person-event.ts';
import { proveSecondFactor, type TypedFactor } from './prove-second-factor.ts';

/**
 * The second step of a sign-in: the token of the first one, and a code. Both are used up in the batch that opens the
 * session, so that neither works twice. @throws AppError `unauthenticated`, `mfa_code_invalid`, `rate_limited`
 */
export async function finishSignIn(context: RequestContext, token: string, typed: TypedFactor): Promise<Admission> {
  const { control, now } = context.dependencies;
  const challenge = await continueChallenge(context, 'second_factor', token);
  const person = await findPersonToSignIn(control, challenge.userId);
  if (!person) throw signInAnew();
  const refusal = personAudit(context, person, 'session.refused', 'failure', { reason: 'second_factor' });
  const proven = await proveSecondFactor(context, challenge.userId, typed, refusal);
  return admit(context, person, {
    method: `first+${proven.method}`,
    isTwoFactor: true,
    spending: [spendChallenge(control, challenge.hash, 'second_factor', now()), proven.spend(true)],
    refunds: null,
    forgets: proven.attempt.subjects,
  });
}
