import type { EndedAccess } from '#core/store/address-proof';
import type { UserRow } from '#core/store/identity';
import type { RequestContext } from '../context.ts';
import { composeMail } from './compose.ts';
import { sendMail } from './sender.ts';

/**
 * Notifies the owner of an address, after the response, that confirming it for the first time removed factors, linked
 * accounts or API keys. Without it an owner who set them up before would find them missing without an explanation.
 */
export function mailAccessRemoved(
  { dependencies }: RequestContext,
  { email, firstName }: Pick<UserRow, 'email' | 'firstName'>,
  ended: EndedAccess,
): void {
  const removed = describeRemoved(ended);
  if (removed === '') return;
  const mail = composeMail({
    to: email,
    subject: 'Earlier access to your account was removed',
    paragraphs: [
      `Hello ${firstName},`,
      'Your email address was confirmed for the first time. Anyone could have registered it before, so access that was set up until then no longer works.',
      `Removed: ${removed}.`,
      'If you set these up yourself, add them again in your settings. If you did not confirm your address, reset your password immediately and contact the owner of your organization.',
    ],
    reason: 'You received this email because it concerns your account.',
  });
  dependencies.afterAnswer(() => sendMail(dependencies, mail));
}

function describeRemoved({ authenticators, passkeys, linkedAccounts, apiKeys }: EndedAccess): string {
  const counts: readonly (readonly [count: number, one: string, many: string])[] = [
    [authenticators, 'authenticator app', 'authenticator apps'],
    [passkeys, 'passkey', 'passkeys'],
    [linkedAccounts, 'linked account', 'linked accounts'],
    [apiKeys.length, 'API key', 'API keys'],
  ];
  return counts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `${count} ${count === 1 ? one : many}`)
    .join(', ');
}
