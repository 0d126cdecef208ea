import type { UserRow } from '#core/store/identity';
import type { RequestContext } from '../context.ts';
import { composeMail } from './compose.ts';
import { sendMail } from './sender.ts';

/** Subject and body of the emails about changed sign-in methods. */
const CHANGES = {
  totp_added: ['An authenticator app was added', 'An authenticator app was added to your account.'],
  totp_removed: ['An authenticator app was removed', 'The authenticator app was removed from your account.'],
  passkey_added: [
    'A passkey was added',
    'A passkey was added to your account. It can be used to sign in without your password.',
  ],
  passkey_removed: ['A passkey was removed', 'A passkey was removed from your account.'],
  recovery_codes_replaced: [
    'Your recovery codes were replaced',
    'Your recovery codes were replaced. The previous codes no longer work.',
  ],
  factors_reset: [
    'Your second factors were removed',
    'A system administrator removed all second factors from your account and ended your sessions.',
  ],
  provider_linked: [
    'A sign-in provider was linked',
    'A provider account was linked to your account. It can now be used to sign in.',
  ],
  provider_unlinked: [
    'A sign-in provider was unlinked',
    'A provider account was unlinked and can no longer be used to sign in.',
  ],
} as const satisfies Readonly<Record<string, readonly [subject: string, happened: string]>>;

export type AccountChange = keyof typeof CHANGES;

/** Notifies a user, after the response, that their sign-in methods changed. */
export function mailAccountChange(
  { dependencies }: RequestContext,
  { email, firstName }: Pick<UserRow, 'email' | 'firstName'>,
  change: AccountChange,
): void {
  const [subject, happened] = CHANGES[change];
  const mail = composeMail({
    to: email,
    subject,
    paragraphs: [
      `Hello ${firstName},`,
      happened,
      'If this was not you, reset your password immediately and contact the owner of your organization.',
    ],
    reason: 'You received this email because it concerns your account.',
  });
  dependencies.afterAnswer(() => sendMail(dependencies, mail));
}
