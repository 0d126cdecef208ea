import type { ControlDatabase } from '#core/db/connect';
import type { Logger } from '#core/platform/log';
import { insertDevelopmentMail } from '#core/store/development-mails';
import { ALWAYS, type MailStatements } from '#core/store/mail-statement';
import { runAll } from '#core/store/run-all';
import type { Mail } from './mail.ts';

/** A mail that is written down in the batch of the change it tells of, and then sent. */
export interface PreparedMail {
  readonly statements: MailStatements;
  /** The first attempt to send what was written down; later ones are the sweeper's. */
  deliver(): Promise<void>;
}

/** What sends mails here. */
export interface MailSender {
  prepare(mail: Mail): Promise<PreparedMail>;
}

/** Sends a mail that goes with no change. */
export async function sendMail(
  { mail: sender, control }: { readonly mail: MailSender; readonly control: ControlDatabase },
  mail: Mail,
): Promise<void> {
  const { statements, deliver } = await sender.prepare(mail);
  await runAll(control, statements(ALWAYS));
  await deliver();
}

/** For where there is nothing to send: no address of the deployment to link to, or nobody to write to. */
export const NO_MAIL: PreparedMail = { statements: () => [], deliver: async () => undefined };

/** Sends nothing: keeps mails where a person on the same machine reads them. Not for production, mails hold links. */
export function developmentOutbox(db: ControlDatabase, now: () => number): MailSender {
  return {
    prepare: async (mail) => ({ ...NO_MAIL, statements: (made) => [insertDevelopmentMail(db, mail, now(), made)] }),
  };
}

/** For a deployment without a mail provider: the log says that a mail was not sent, never to whom or what it held. */
export function noMail(log: Logger): MailSender {
  return {
    prepare: async ({ subject }) => ({
      ...NO_MAIL,
      deliver: async () => log.warn('mail not sent: this deployment has no mail provider', { subject }),
    }),
  };
}
