import type { LoginBody } from '#core/contract/identity';
import { normalizeEmail } from '#core/domain/email';
import { AppError } from '#core/platform/errors';
import { hashPassword, needsRehash, verifyPassword } from '#core/security/password';
import { recordEvent } from '#core/store/audit';
import { findSignIn, type PersonRow, type SigningInPerson } from '#core/store/identity';
import { passwordHolds } from '#core/store/open-session';
import type { CountedAttempt } from '#core/store/sign-in-attempts';
import type { RequestContext } from '../context.ts';
import { tellStranger } from '../tell-stranger.ts';
import { type Admission, admit, type Entry, hasSecondFactor } from './admit.ts';
import { hashInTurn } from './hash-in-turn.ts';
import { personAudit } from './person-event.ts';
import { proveSecondFactor } from './prove-second-factor.ts';
import { attemptAt, evaluate, giveBack, signInLimits, throttled } from './throttle.ts';

/**
 * Signs in with e-mail and password. Whether the e-mail belongs to anybody shows neither in the answer nor in the work
 * done before it: unknown people, people without a password and suspended ones all cost one trip and one hash and get
 * one answer. The attempt is counted in the trip that finds the person, before the password is looked at; the batch
 * that opens the session gives it back.
 * @throws AppError `invalid_credentials`, `rate_limited`, `unavailable`, and what `admit` throws.
 */
export async function logIn(context: RequestContext, body: LoginBody): Promise<Admission> {
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
    tellFailure(context, person);
    throw new AppError('invalid_credentials', 'The email address or password is incorrect.');
  }
  const finish = () => admitByPassword(context, body, person, stored, attempt);
  const admission = await evaluate(context, attempt, finish);
  if (admission.kind !== 'signed_in') await giveBack(context, attempt);
  return admission;
}

/** The password was right: opens a session, or tells the step that is missing. */
async function admitByPassword(
  context: RequestContext,
  body: LoginBody,
  person: SigningInPerson,
  stored: string,
  attempt: CountedAttempt,
): Promise<Admission> {
  const { control } = context.dependencies;
  const rehash = needsRehash(stored)
    ? { rehash: { from: stored, to: await hashInTurn(context, () => hashPassword(body.password)) } }
    : {};
  const [email = ''] = attempt.subjects;
  const entry: Entry = {
    method: 'password',
    isTwoFactor: false,
    spending: [passwordHolds(control, person.user.id, stored)],
    refunds: attempt,
    forgets: [email],
    ...rehash,
  };
  if (!hasSecondFactor(person) || body.mfa_code === undefined) return admit(context, person, entry);
  const refusal = personAudit(context, person, 'session.refused', 'failure', { reason: 'second_factor' });
  const proven = await proveSecondFactor(context, person.user.id, { code: body.mfa_code }, refusal);
  return admit(context, person, {
    ...entry,
    method: `password+${proven.method}`,
    isTwoFactor: true,
    spending: [...entry.spending, proven.spend(true)],
    forgets: [email, ...proven.attempt.subjects],
  });
}

/**
 * Told in the audit log where there is an organization to tell, counted where there is none; after the answer, which
 * must not show whether there is an account.
 */
function tellFailure(context: RequestContext, person: PersonRow | null): void {
  const { control, afterAnswer } = context.dependencies;
  const refusal = person && personAudit(context, person, 'session.refused', 'failure');
  afterAnswer(async () => {
    if (refusal) await recordEvent(control, refusal.organizationId, refusal.event);
    else tellStranger(context, 'sign_in');
  });
}
