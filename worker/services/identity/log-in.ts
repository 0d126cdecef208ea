import type { LoginBody } from '#core/contract/identity';
import { normalizeEmail } from '#core/domain/email';
import { AppError } from '#core/platform/errors';
import { hashPassword, needsRehash, verifyPassword } from '#core/security/password';
import { insertAuditEvent } from '#core/store/audit';
import { findSignIn, type PersonRow } from '#core/store/identity';
import type { RequestContext } from '../context.ts';
import { tellStranger } from '../tell-stranger.ts';
import { type Admission, admit, type Entry, hasSecondFactor } from './admit.ts';
import { hashInTurn } from './hash-in-turn.ts';
import { personAudit } from './person-event.ts';
import { proveSecondFactor } from './prove-second-factor.ts';
import {
  countFailedSignIn,
  namesOf,
  refuseThrottledSignIn,
  refuseTooMany,
  type SignInSubjects,
  signInLimits,
  signInSubjects,
  windowStart,
} from './throttle.ts';

/**
 * Signs in with e-mail and password. Whether the e-mail belongs to anybody shows neither in the answer nor in the
 * work done: unknown people, people without a password and suspended ones all cost one hash and get one answer. Two
 * trips and one hash: everything is read at once, and the limits are guards of the batch that opens the session.
 * @throws AppError `invalid_credentials`, `rate_limited`, `unavailable`, and what `admit` throws.
 */
export async function logIn(context: RequestContext, body: LoginBody): Promise<Admission> {
  const { control } = context.dependencies;
  const emailNormalized = normalizeEmail(body.email);
  const subjects = await signInSubjects(context, emailNormalized);
  const { person, attempts } = await findSignIn(control, emailNormalized, namesOf(subjects), windowStart(context));
  refuseTooMany(context, subjects, attempts);
  const stored = person?.user.passwordHash ?? null;
  const right = await hashInTurn(context, () => verifyPassword(body.password, stored));
  if (!person || stored === null || !right || person.user.status === 'suspended') {
    await recordFailure(context, subjects, person);
    throw new AppError('invalid_credentials', 'The e-mail or the password is wrong.');
  }
  const rehash = needsRehash(stored)
    ? { rehash: { from: stored, to: await hashInTurn(context, () => hashPassword(body.password)) } }
    : {};
  const entry: Entry = {
    method: 'password',
    isTwoFactor: false,
    spending: [],
    limits: signInLimits(context, subjects),
    forgets: [subjects.email],
    ...rehash,
  };
  const hasFactor = hasSecondFactor(person);
  // The limits guard the opening of a session; where none opens yet, they are asked for.
  if (hasFactor) await refuseThrottledSignIn(context, subjects);
  if (!hasFactor || body.mfa_code === undefined) return admit(context, person, entry);
  const refusal = personAudit(context, person, 'session.refused', 'failure', { reason: [null, 'second_factor'] });
  const proven = await proveSecondFactor(context, person.user.id, { code: body.mfa_code }, refusal);
  return admit(context, person, {
    ...entry,
    method: `password+${proven.method}`,
    isTwoFactor: true,
    spending: [proven.spend(false)],
    forgets: [subjects.email, proven.subject],
  });
}

/** Counts the failure; where there is an organization to tell, its audit list tells it. */
async function recordFailure(
  context: RequestContext,
  subjects: SignInSubjects,
  person: PersonRow | null,
): Promise<void> {
  const { control } = context.dependencies;
  const refusal = person && personAudit(context, person, 'session.refused', 'failure');
  if (!refusal) tellStranger(context, 'sign_in');
  const told = refusal ? [insertAuditEvent(control, refusal.organizationId, refusal.event)] : [];
  await control.batch([...countFailedSignIn(context, subjects), ...told]);
}
