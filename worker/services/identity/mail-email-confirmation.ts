import { sha256Hex } from '#core/security/digest';
import type { UserRow } from '#core/store/identity';
import { type PersonAudit, replaceOneTimeToken } from '#core/store/one-time-tokens';
import type { RequestContext } from '../context.ts';
import { newLinkToken } from '../mail/link.ts';
import { sendLinkMail } from '../mail/send-mail.ts';

/** Emails a link that verifies the user's address; earlier links stop working. */
export async function mailEmailConfirmation(
  context: RequestContext,
  user: UserRow,
  audit: PersonAudit | null,
): Promise<void> {
  const { control, settings, now } = context.dependencies;
  const token = newLinkToken();
  const at = now();
  await replaceOneTimeToken(
    control,
    {
      hash: await sha256Hex(token),
      userId: user.id,
      purpose: 'verify_email',
      emailNormalized: user.emailNormalized,
      createdAt: at,
      expiresAt: at + settings.VERIFY_EMAIL_SECONDS * 1000,
    },
    audit,
  );
  await sendLinkMail(context, {
    to: user.email,
    subject: 'Confirm your email address',
    paragraphs: [`Hello ${user.firstName},`, 'Please confirm your email address.'],
    link: { label: 'Confirm email address', page: '/verify-email', token },
    reason:
      'You received this email because an account was created with this address. If this was not you, ignore this email.',
  });
}
