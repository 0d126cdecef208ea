import { connect } from 'cloudflare:sockets';
import type { Configuration } from './configuration.ts';
import type { Environment } from './environment.ts';
import { emailBindingProvider } from './services/mail/email-binding.ts';
import type { MailProvider } from './services/mail/provider.ts';
import { smtpProvider } from './services/mail/smtp/send.ts';

/** Returns the mail provider of this deployment: the mail binding or a mail server; null without either. */
export function mailProvider(
  { EMAIL }: Pick<Environment, 'EMAIL'>,
  { mail, settings }: Pick<Configuration, 'mail' | 'settings'>,
): MailProvider | null {
  if (mail === null) return null;
  if (EMAIL) return emailBindingProvider(EMAIL, mail.from);
  if (mail.server === null) return null;
  return smtpProvider(
    mail.server,
    mail.from,
    (address, secureTransport) => connect({ ...address }, { secureTransport, allowHalfOpen: false }),
    settings.MAIL_TIMEOUT_MILLISECONDS,
  );
}
