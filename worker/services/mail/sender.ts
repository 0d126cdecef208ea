import type { ControlDatabase } from '#core/db/connect';
import type { Logger } from '#core/platform/log';
import { repeatOnce } from '#core/platform/transient-fault';
import { insertDevelopmentMail } from '#core/store/development-mails';
import { ALWAYS, type MailStatements } from '#core/store/mail-statement';
import { runAll } from '#core/store/run-all';
import type { Mail } from './mail.ts';

/** A mail that is stored in the batch of the change it reports, and sent afterwards. */
export interface PreparedMail {
  readonly statements: MailStatements;
  /** First attempt to send the stored mail; the sweeper makes further attempts. */
  deliver(): Promise<void>;
}

/** Sends mails. */
export interface MailSender {
  prepare(mail: Mail): Promise<PreparedMail>;
}

/**
 * Sends a mail that does not depend on a change. It is written after the response, when nobody is left to repeat the request, so
 * a passing fault is answered by a second attempt.
 */
export async function sendMail(
  { mail: sender, control }: { readonly mail: MailSender; readonly control: ControlDatabase },
  mail: Mail,
): Promise<void> {
  const { statements, deliver } = await sender.prepare(mail);
  const waiting = statements(ALWAYS);
  await repeatOnce(() => runAll(control, waiting));
  await deliver();
}

/** For cases without a mail: no public URL to link to, or no recipient. */
export const NO_MAIL: PreparedMail = { statements: () => [], deliver: async () => undefined };

/**
 * Stores mails to be read on the same machine instead of sending them. Not for production, because mails contain links.
 */
export function developmentOutbox(db: ControlDatabase, now: () => number): MailSender {
  return {
    prepare: async (mail) => ({ ...NO_MAIL, statements: (made) => [insertDevelopmentMail(db, mail, now(), made)] }),
  };
}

/** For deployments without a mail provider: logs that a mail was not sent, without recipient or content. */
export function noMail(log: Logger): MailSender {
  return {
    prepare: async ({ subject }) => ({
      ...NO_MAIL,
      deliver: async () => log.warn('mail not sent: this deployment has no mail provider', { subject }),
    }),
  };
}
