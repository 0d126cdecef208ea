import { normalizeEmail } from '#core/domain/email';
import { repeatOnce } from '#core/platform/transient-fault';
import { sha256Hex } from '#core/security/digest';
import { findPersonByEmail } from '#core/store/identity';
import { replaceOneTimeToken } from '#core/store/one-time-tokens';
import type { RequestContext } from '../context.ts';
import { mayMail } from '../mail/allowance.ts';
import { newLinkToken } from '../mail/link.ts';
import { sendLinkMail } from '../mail/send-mail.ts';
import { personAudit } from './person-event.ts';

/**
 * Emails a reset link if the address has an account. Everything happens after the response, so that neither its content
 * nor its timing reveals whether there is an account.
 */
export function forgotPassword(context: RequestContext, email: string): void {
  context.dependencies.afterAnswer(() => mailReset(context, normalizeEmail(email)));
}

async function mailReset(context: RequestContext, emailNormalized: string): Promise<void> {
  const { control, settings, now } = context.dependencies;
  // Nobody is left to repeat the request: each of these steps is tried again after a transient fault.
  if (!(await repeatOnce(() => mayMail(context, 'reset', emailNormalized)))) return;
  const person = await repeatOnce(() => findPersonByEmail(control, emailNormalized));
  if (person?.user.status !== 'active') return;
  const token = newLinkToken();
  const at = now();
  await replaceOneTimeToken(
    control,
    {
      hash: await sha256Hex(token),
      userId: person.user.id,
      purpose: 'reset_password',
      emailNormalized,
      createdAt: at,
      expiresAt: at + settings.RESET_PASSWORD_SECONDS * 1000,
    },
    personAudit(context, person, 'user.password_reset_requested'),
  );
  await sendLinkMail(context, {
    to: person.user.email,
    subject: 'Reset your password',
    paragraphs: [
      `Hello ${person.user.firstName},`,
      'Use this link to choose a new password. It can be used once and ends all your sessions.',
    ],
    link: { label: 'Choose a new password', page: '/reset-password', token },
    reason:
      'You received this email because a password reset was requested. If this was not you, ignore this email. Your password has not changed.',
  });
}
