import { connect } from 'cloudflare:sockets';
import type { Settings } from '#core/platform/settings';
import type { Environment } from './environment.ts';
import { emailBindingProvider } from './services/mail/email-binding.ts';
import type { MailProvider } from './services/mail/provider.ts';
import { readMailAddress } from './services/mail/smtp/message.ts';
import { smtpProvider } from './services/mail/smtp/send.ts';
import { readSmtpUrl } from './services/mail/smtp/server-address.ts';

/**
 * What hands mails to the world in this deployment: the mail binding, or a mail server; null when it has neither.
 * @throws TypeError when the configuration is half or wrong: the Worker must not start serving then
 */
export function mailProvider(env: Environment, settings: Settings): MailProvider | null {
  if (!env.EMAIL && !env.SMTP_URL) return null;
  if (!env.MAIL_FROM) throw new TypeError('MAIL_FROM must name the sender of mails');
  const from = readMailAddress(env.MAIL_FROM);
  if (env.EMAIL) return emailBindingProvider(env.EMAIL, from);
  return smtpProvider(
    readSmtpUrl(env.SMTP_URL ?? ''),
    from,
    (address, secureTransport) => connect({ ...address }, { secureTransport, allowHalfOpen: false }),
    settings.MAIL_TIMEOUT_MILLISECONDS,
  );
}
