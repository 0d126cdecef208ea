import { AppError } from '#core/platform/errors';
import { sha256Hex } from '#core/security/digest';
import { findActivePerson } from '#core/store/identity';
import { findOneTimeToken } from '#core/store/one-time-tokens';
import { confirmEmail } from '#core/store/person-changes';
import type { RequestContext, SignedInContext } from '../context.ts';
import { mayMail } from '../mail/allowance.ts';
import { linkInvalid } from '../mail/link.ts';
import { mailEmailConfirmation } from './mail-email-confirmation.ts';
import { personAudit } from './person-event.ts';
import { sessionOf } from './require-session.ts';

/** Notes that an address belongs to its person. @throws AppError `link_invalid` */
export async function verifyEmail(context: RequestContext, token: string): Promise<void> {
  const { control, now } = context.dependencies;
  const hash = await sha256Hex(token);
  const found = await findOneTimeToken(control, hash, 'verify_email', now());
  const person = found && (await findActivePerson(control, found.userId));
  if (!person) throw linkInvalid(context);
  const audit = personAudit(context, person, 'user.email_verified');
  if (!(await confirmEmail(control, hash, person.user.id, now(), audit))) throw linkInvalid(context);
}

/** Mails the caller a new link. With a confirmed address nothing is sent. @throws AppError `rate_limited` */
export async function resendEmailConfirmation(context: SignedInContext): Promise<void> {
  const { userId } = sessionOf(context);
  const person = await findActivePerson(context.dependencies.control, userId);
  if (!person) throw new AppError('unauthenticated', 'This account is no longer active. Sign in again.');
  if (person.user.emailVerifiedAt !== null) return;
  if (!(await mayMail(context, 'confirmation', person.user.emailNormalized)))
    throw new AppError('rate_limited', 'Enough mails were sent to this address. Look there, or try again later.', {
      retryAfterSeconds: context.dependencies.settings.SIGN_IN_WINDOW_SECONDS,
    });
  await mailEmailConfirmation(context, person.user, personAudit(context, person, 'user.email_confirmation_sent'));
}
