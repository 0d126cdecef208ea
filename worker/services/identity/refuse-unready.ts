import { AppError } from '#core/platform/errors';
import type { PersonRow } from '#core/store/identity';
import type { RequestContext } from '../context.ts';
import { mayMail } from '../mail/allowance.ts';
import { recordPersonRefusal } from '../record-refusal.ts';
import { mailEmailConfirmation } from './mail-email-confirmation.ts';
import { personAudit } from './person-event.ts';

/**
 * Refuses users who may not sign in yet, and records it in the audit log. Only called after successful authentication,
 * so that nobody else learns of it.
 * @throws AppError `approval_pending`, `email_unverified` (after emailing a new link), `invalid_credentials`
 */
export async function refuseUnready(context: RequestContext, person: PersonRow): Promise<void> {
  const { user } = person;
  const tell = (reason: string): void => recordPersonRefusal(context, person, 'session.refused', { reason });
  if (user.status === 'pending') {
    tell('approval_pending');
    throw new AppError('approval_pending', 'A system administrator must approve this account first.');
  }
  if (user.status !== 'active') {
    tell('suspended');
    throw new AppError('invalid_credentials', 'The email address or password is incorrect.');
  }
  const { signInPolicy, defer } = context.dependencies;
  if (signInPolicy.emailVerification === 'optional' || user.emailVerifiedAt !== null) return;
  if (await mayMail(context, 'confirmation', user.emailNormalized))
    defer(mailEmailConfirmation(context, user, personAudit(context, person, 'user.email_confirmation_sent')));
  tell('email_unverified');
  throw new AppError('email_unverified', 'Confirm your email address first. We sent you a link.');
}
