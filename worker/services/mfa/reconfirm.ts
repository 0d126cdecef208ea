import type { ReconfirmBody } from '#core/contract/mfa';
import { AppError } from '#core/platform/errors';
import { verifyPassword } from '#core/security/password';
import type { PersonRow, UserRow } from '#core/store/identity';
import type { Spending } from '#core/store/open-session';
import { findSessionStart } from '#core/store/sessions';
import type { SignedInContext } from '../context.ts';
import { hasSecondFactor } from '../identity/complete-sign-in.ts';
import { hashInTurn } from '../identity/hash-in-turn.ts';
import { personAudit } from '../identity/person-event.ts';
import { proveSecondFactor } from '../identity/prove-second-factor.ts';
import { sessionOf } from '../identity/require-session.ts';
import { beginAttempt, evaluate, giveBack, signInLimits } from '../identity/throttle.ts';
import { recordRefusal } from '../record-refusal.ts';

/**
 * Re-authenticates the user before sign-in methods change, because a stolen session must not be enough. Wrong guesses
 * count as failed sign-ins and are recorded in the audit log. Returns the statement that spends the code, or none for a
 * password.
 * @throws AppError `validation_failed`, `mfa_code_invalid`, `rate_limited`, `reauthentication_required`
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
    await giveBack(context, proven.attempt);
    return () => [proven.spend(false)];
  }
  if (user.passwordHash === null && !hasSecondFactor(person)) {
    await requireRecentSignIn(context);
    return () => [];
  }
  const { passwordHash } = user;
  const { current_password: typed } = body;
  if (typed === undefined || passwordHash === null) throw wrong('Enter your password, or a code.');
  await requirePassword(context, user, typed, passwordHash);
  return () => [];
}

/**
 * The same, but spends the code immediately.
 * @throws AppError as `reconfirm`; `conflict` if the code was used in the meantime
 */
export async function reconfirmAtOnce(context: SignedInContext, person: PersonRow, body: ReconfirmBody): Promise<void> {
  const [spending] = (await reconfirm(context, person, body))();
  if (!spending) return;
  const [spent] = await context.dependencies.control.batch([spending]);
  if (!Array.isArray(spent) || spent.length === 0)
    throw new AppError('conflict', 'This code has already been used. Enter the next one.');
}

/**
 * Users with neither a password nor a second factor must have signed in recently. @throws AppError
 * `reauthentication_required`
 */
async function requireRecentSignIn(context: SignedInContext): Promise<void> {
  const { control, now, settings } = context.dependencies;
  const at = now();
  const openedAt = await findSessionStart(control, sessionOf(context), at);
  if (openedAt === null || at - openedAt > settings.RECENT_SIGN_IN_SECONDS * 1000)
    throw new AppError('reauthentication_required', 'Sign out, sign in again, and retry.');
}

/** @throws AppError `validation_failed`, `rate_limited` */
async function requirePassword(context: SignedInContext, user: UserRow, typed: string, passwordHash: string) {
  const attempt = await beginAttempt(context, await signInLimits(context, user.emailNormalized));
  const verify = () => hashInTurn(context, () => verifyPassword(typed, passwordHash));
  if (!(await evaluate(context, attempt, verify))) {
    recordRefusal(context, 'reconfirmation.refused', 'user', user.id, 'password');
    throw wrong('This is not your current password.');
  }
  await giveBack(context, attempt);
}

const wrong = (message: string): AppError =>
  new AppError('validation_failed', message, { errors: [{ path: 'json.current_password', message }] });
