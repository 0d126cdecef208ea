import { sha256Hex } from '#core/security/digest';
import { hashPassword } from '#core/security/password';
import { findActivePerson } from '#core/store/identity';
import { findOneTimeToken } from '#core/store/one-time-tokens';
import { resetPassword } from '#core/store/person-changes';
import type { RequestContext } from '../context.ts';
import { linkInvalid } from '../mail/link.ts';
import { accessEnded } from './access-ended.ts';
import { checkNewPassword } from './check-password.ts';
import { hashInTurn } from './hash-in-turn.ts';
import { mailPasswordChanged } from './mail-password-changed.ts';
import { personAudit } from './person-event.ts';
import { findByLink, signInSubject } from './throttle.ts';

/**
 * Sets a new password with an emailed link and ends all sessions of the user; if this is the first verification of the
 * address, all other access too. The link is checked before hashing, so that invalid links cost no hash. @throws
 * AppError `link_invalid`, `validation_failed`
 */
export async function resetForgottenPassword(context: RequestContext, token: string, password: string): Promise<void> {
  const { control, now, defer } = context.dependencies;
  await checkNewPassword(context, password);
  const tokenHash = await sha256Hex(token);
  const found = await findByLink(context, () => findOneTimeToken(control, tokenHash, 'reset_password', now()));
  const person = found && (await findActivePerson(control, found.userId));
  if (!person) throw linkInvalid(context);
  const passwordHash = await hashInTurn(context, () => hashPassword(password));
  const attemptsOf = await signInSubject(person.user.emailNormalized);
  const ended = await resetPassword(
    control,
    { tokenHash, userId: person.user.id, passwordHash, attemptsOf, now: now() },
    personAudit(context, person, 'user.password_reset'),
  );
  if (!ended) throw linkInvalid(context);
  accessEnded(context, person.user, ended);
  defer(mailPasswordChanged(context, person.user));
}
