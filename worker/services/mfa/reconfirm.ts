import type { ReconfirmBody } from '#core/contract/mfa';
import { AppError } from '#core/platform/errors';
import { verifyPassword } from '#core/security/password';
import type { PersonRow } from '#core/store/identity';
import type { Spending } from '#core/store/open-session';
import type { SignedInContext } from '../context.ts';
import { hasSecondFactor } from '../identity/admit.ts';
import { hashInTurn } from '../identity/hash-in-turn.ts';
import { personAudit } from '../identity/person-event.ts';
import { proveSecondFactor } from '../identity/prove-second-factor.ts';
import { countFailedSignIn, refuseThrottledSignIn, signInSubjects } from '../identity/throttle.ts';
import { tellRefusal } from '../tell-refusal.ts';

/**
 * Before ways to sign in change, their person proves once more who they are: a borrowed session alone is not enough.
 * Wrong guesses count as failed sign-ins do, and the audit list tells of them. Returns what uses up the code that was given: a statement, none
 * for a password.
 * @throws AppError `validation_failed`, `mfa_code_invalid`, `rate_limited`
 */
export async function reconfirm(
  context: SignedInContext,
  person: PersonRow,
  body: ReconfirmBody,
): Promise<() => readonly Spending[]> {
  const { user } = person;
  if (body.code !== undefined || body.recovery_code !== undefined) {
    const refusal = personAudit(context, person, 'second_factor.refused', 'failure');
    const proven = await proveSecondFactor(context, user.id, body, refusal);
    return () => [proven.spend(false)];
  }
  if (user.passwordHash === null && !hasSecondFactor(person)) return () => [];
  const { passwordHash } = user;
  const { current_password: typed } = body;
  if (typed === undefined || passwordHash === null) throw wrong('Enter your password, or a code.');
  const subjects = await signInSubjects(context, user.emailNormalized);
  await refuseThrottledSignIn(context, subjects);
  const right = await hashInTurn(context, () => verifyPassword(typed, passwordHash));
  if (!right) {
    await context.dependencies.control.batch(countFailedSignIn(context, subjects));
    tellRefusal(context, 'reconfirmation.refused', 'user', user.id, 'password');
    throw wrong('This is not your present password.');
  }
  await refuseThrottledSignIn(context, subjects);
  return () => [];
}

const wrong = (message: string): AppError =>
  new AppError('validation_failed', message, { errors: [{ path: 'json.current_password', message }] });
