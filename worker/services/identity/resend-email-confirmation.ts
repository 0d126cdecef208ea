import { AppError } from '#core/platform/errors';
import { findActivePerson } from '#core/store/identity';
import type { SignedInContext } from '../context.ts';
import { mayMail } from '../mail/allowance.ts';
import { mailEmailConfirmation } from './mail-email-confirmation.ts';
import { personAudit } from './person-event.ts';
import { sessionOf } from './require-session.ts';

/**
 * Emails the caller a new verification link. Sends nothing if the address is already verified. @throws AppError
 * `rate_limited`
 */
export async function resendEmailConfirmation(context: SignedInContext): Promise<void> {
  const { userId } = sessionOf(context);
  const person = await findActivePerson(context.dependencies.control, userId);
  if (!person) throw new AppError('unauthenticated', 'This account is no longer active. Sign in again.');
  if (person.user.emailVerifiedAt !== null) return;
  if (!(await mayMail(context, 'confirmation', person.user.emailNormalized)))
    throw new AppError(
      'rate_limited',
      'Too many emails were sent to this address. Check the inbox or try again later.',
      {
        retryAfterSeconds: context.dependencies.settings.SIGN_IN_WINDOW_SECONDS,
      },
    );
  await mailEmailConfirmation(context, person.user, personAudit(context, person, 'user.email_confirmation_sent'));
}
