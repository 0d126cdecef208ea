import type { ChangePasswordBody } from '#core/contract/account';
import { AppError } from '#core/platform/errors';
import { hashPassword, verifyPassword } from '#core/security/password';
import { findActivePerson } from '#core/store/identity';
import { changePassword } from '#core/store/person-changes';
import { auditOf } from '../audit-event.ts';
import type { SignedInContext } from '../context.ts';
import { recordRefusal } from '../record-refusal.ts';
import { checkNewPassword } from './check-password.ts';
import { hashInTurn } from './hash-in-turn.ts';
import { mailPasswordChanged } from './mail-password-changed.ts';
import { requireOwnSession, sessionOf } from './require-session.ts';
import { sessionsEnded } from './session-liveness.ts';
import { beginAttempt, evaluate, giveBack, signInLimits } from './throttle.ts';

/**
 * Changes the password, given the current one, and ends the user's other sessions. Wrong guesses count as failed
 * sign-ins, so that a stolen session cannot be used for guessing.
 * @throws AppError `validation_failed`, `rate_limited`, `conflict` if it was changed in the meantime, `forbidden` for
 * an API key
 */
export async function changeOwnPassword(context: SignedInContext, body: ChangePasswordBody): Promise<void> {
  const session = sessionOf(context);
  await requireOwnSession(context);
  const { control, defer } = context.dependencies;
  await checkNewPassword(context, body.new_password, 'json.new_password');
  const person = await findActivePerson(control, session.userId);
  const from = person?.user.passwordHash ?? null;
  if (!person || from === null) throw new AppError('conflict', 'This account has no password.');
  const attempt = await beginAttempt(context, await signInLimits(context, person.user.emailNormalized));
  const verify = () => hashInTurn(context, () => verifyPassword(body.current_password, from));
  if (!(await evaluate(context, attempt, verify))) {
    recordRefusal(context, 'reconfirmation.refused', 'user', session.userId, 'password');
    const message = 'This is not your current password.';
    throw new AppError('validation_failed', message, { errors: [{ path: 'json.current_password', message }] });
  }
  await giveBack(context, attempt);
  const to = await hashInTurn(context, () => hashPassword(body.new_password));
  const event = auditOf(context, 'user.password_changed', { kind: 'user', id: session.userId });
  const ended = await changePassword(control, session, { from, to }, event);
  if (!ended) throw new AppError('conflict', 'The password was changed in the meantime.');
  sessionsEnded(context, session.userId, ended);
  defer(mailPasswordChanged(context, person.user));
}
