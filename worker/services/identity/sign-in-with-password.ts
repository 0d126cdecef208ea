import type { LoginBody } from '#core/contract/identity';
import { normalizeEmail } from '#core/domain/email';
import { AppError } from '#core/platform/errors';
import { hashPassword, needsRehash, verifyPassword } from '#core/security/password';
import { recordEvent } from '#core/store/audit';
import { findSignIn, type PersonRow, type SigningInPerson } from '#core/store/identity';
import { passwordHolds } from '#core/store/open-session';
import type { CountedAttempt } from '#core/store/sign-in-attempts';
import type { RequestContext } from '../context.ts';
import { reportAnonymousRefusal } from '../report-anonymous-refusal.ts';
import { completeSignIn, hasSecondFactor, type SignInOutcome, type SignInProof } from './complete-sign-in.ts';
import { hashInTurn } from './hash-in-turn.ts';
import { personAudit } from './person-event.ts';
import { proveSecondFactor } from './prove-second-factor.ts';
import { attemptAt, evaluate, giveBack, signInLimits, throttled } from './throttle.ts';

/**
 * Signs in with email and password. Neither the response nor its timing reveals whether an account exists: unknown
 * users, users without a password and suspended users all cost one query and one hash and get the same error. The
 * attempt is counted in the query that loads the user, before the password is verified; opening the session refunds it.
 * @throws AppError `invalid_credentials`, `rate_limited`, `unavailable`, and what `completeSignIn` throws.
 */
export async function signInWithPassword(context: RequestContext, body: LoginBody): Promise<SignInOutcome> {
  const { control } = context.dependencies;
  const emailNormalized = normalizeEmail(body.email);
  const limits = await signInLimits(context, emailNormalized);
  const attempt = attemptAt(context, limits);
  const { person, counted } = await findSignIn(control, emailNormalized, limits, attempt.windowStart);
  if (!counted) throw throttled(context);
  const stored = person?.user.passwordHash ?? null;
  const verify = () => hashInTurn(context, () => verifyPassword(body.password, stored));
  const right = await evaluate(context, attempt, verify);
  if (!person || stored === null || !right || person.user.status === 'suspended') {
    reportFailure(context, person);
    throw new AppError('invalid_credentials', 'The email address or password is incorrect.');
  }
  const finish = () => completeWithPassword(context, body, person, stored, attempt);
  const outcome = await evaluate(context, attempt, finish);
  if (outcome.kind !== 'signed_in') await giveBack(context, attempt);
  return outcome;
}

/** Continues after a correct password: opens a session or returns the next step. */
async function completeWithPassword(
  context: RequestContext,
  body: LoginBody,
  person: SigningInPerson,
  stored: string,
  attempt: CountedAttempt,
): Promise<SignInOutcome> {
  const { control } = context.dependencies;
  const rehash = needsRehash(stored)
    ? { rehash: { from: stored, to: await hashInTurn(context, () => hashPassword(body.password)) } }
    : {};
  const [email = ''] = attempt.subjects;
  const proof: SignInProof = {
    method: 'password',
    isTwoFactor: false,
    spending: [passwordHolds(control, person.user.id, stored)],
    refunds: attempt,
    forgets: [email],
    ...rehash,
  };
  if (!hasSecondFactor(person) || body.mfa_code === undefined) return completeSignIn(context, person, proof);
  const refusal = personAudit(context, person, 'session.refused', 'failure', { reason: 'second_factor' });
  const proven = await proveSecondFactor(context, person.user.id, { code: body.mfa_code }, refusal);
  return completeSignIn(context, person, {
    ...proof,
    method: `password+${proven.method}`,
    isTwoFactor: true,
    spending: [...proof.spending, proven.spend(true)],
    forgets: [email, ...proven.attempt.subjects],
  });
}

/**
 * Records the failure in the audit log of the user's organization, or counts it if there is none. Runs after the response,
 * whose timing must not reveal whether the account exists.
 */
function reportFailure(context: RequestContext, person: PersonRow | null): void {
  const { control, afterAnswer } = context.dependencies;
  const refusal = person && personAudit(context, person, 'session.refused', 'failure');
  afterAnswer(async () => {
    if (refusal) await recordEvent(control, refusal.organizationId, refusal.event);
    else reportAnonymousRefusal(context, 'sign_in');
  });
}
