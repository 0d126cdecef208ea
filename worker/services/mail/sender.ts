import type { ControlDatabase } from '#core/db/connect';
import type { Logger } from '#core/platform/log';
import { insertDevelopmentMail } from '#core/store/development-mails';
import type { Mail } from './mail.ts';

/** What a mail provider has to do here: hand one message over, or reject. */
export interface MailSender {
  send(mail: Mail): Promise<void>;
}

/** Sends nothing: keeps mails where a person on the same machine reads them. Not for production, mails hold links. */
export function developmentOutbox(db: ControlDatabase, now: () => number): MailSender {
  return { send: (mail) => insertDevelopmentMail(db, mail, now()) };
}

/** For a deployment without a mail provider: the log says that a mail was not sent, never to whom or what it held. */
export function noMail(log: Logger): MailSender {
  return {
    send: async ({ subject }) => log.warn('mail not sent: this deployment has no mail provider', { subject }),
  };
}
