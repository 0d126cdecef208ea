import type { UserRow } from '#core/store/identity';
import type { RequestContext } from '../context.ts';
import { composeMail } from './compose.ts';
import { sendMail } from './sender.ts';

/** Changes of the ways into an account, as its person is told: subject, and what happened. */
const CHANGES = {
  totp_added: ['An authenticator app was added', 'an authenticator app was added to your account.'],
  totp_removed: ['An authenticator app was removed', 'the authenticator app was removed from your account.'],
  passkey_added: [
    'A passkey was added',
    'a passkey was added to your account. It opens the account without your password.',
  ],
  passkey_removed: ['A passkey was removed', 'a passkey was removed from your account.'],
  recovery_codes_replaced: ['Your recovery codes were replaced', 'your recovery codes were replaced by new ones.'],
  factors_reset: [
    'Your second factors were removed',
    'a system administrator removed every second factor of your account, and your sessions ended.',
  ],
  provider_linked: [
    'A sign-in provider was linked',
    'an account at a sign-in provider was linked; it opens your account now.',
  ],
  provider_unlinked: [
    'A sign-in provider was unlinked',
    'an account at a sign-in provider no longer opens your account.',
  ],
} as const satisfies Readonly<Record<string, readonly [subject: string, happened: string]>>;

export type AccountChange = keyof typeof CHANGES;

/** Tells a person, after the answer, that a way into their account changed, in case it was not them. */
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
      'If it was not you, reset your password at once and tell the owner of your organization.',
    ],
    reason: 'You get this because it is your account.',
  });
  dependencies.afterAnswer(() => sendMail(dependencies, mail));
}
