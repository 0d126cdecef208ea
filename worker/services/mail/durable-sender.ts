import { newId } from '#core/platform/ids';
import { seal, unseal } from '#core/security/seal';
import { claimMail, deleteMail, insertWaitingMail, listDueMails, postponeMail } from '#core/store/mail-outbox';
import type { Dependencies } from '../context.ts';
import type { Mail } from './mail.ts';
import { MailFailure, type MailProvider } from './provider.ts';
import type { MailSender } from './sender.ts';

type Needs = Pick<Dependencies, 'control' | 'sealingKeys' | 'settings' | 'now' | 'log'>;

/** Encryption purpose of a mail, so that it cannot be decrypted if copied to another row. */
const purposeOf = (id: string): string => `mail:${id}`;
/** Mails sent per sweeper run; the rest waits for the next run. */
const SWEEP_LIMIT = 50;
/** Maximum factor of the exponential backoff between attempts. */
const MAX_BACKOFF = 512;

/**
 * Stores each mail before sending it, so that a provider outage of hours loses nothing. The first attempt is immediate;
 * the sweeper retries with increasing delays. Mails that are rejected permanently or run out of attempts remain as
 * `dead`.
 */
export function durableSender(needs: Needs, provider: MailProvider): MailSender {
  return {
    async prepare(mail) {
      const now = needs.now();
      const id = newId('mail', now);
      const sealed = await seal(needs.sealingKeys, purposeOf(id), JSON.stringify(mail));
      return {
        statements: (made) => [insertWaitingMail(needs.control, { id, subject: mail.subject, sealed, now }, made)],
        deliver: () => attempt(needs, provider, id),
      };
    },
  };
}

/** Attempts to send all due mails. */
export async function sendDueMails(needs: Needs, provider: MailProvider): Promise<void> {
  for (const { id } of await listDueMails(needs.control, needs.now(), SWEEP_LIMIT)) await attempt(needs, provider, id);
}

async function attempt({ control, sealingKeys, settings, now, log }: Needs, provider: MailProvider, id: string) {
  // Claims the mail for the duration of this attempt. If the isolate dies, the sweeper retries it afterwards.
  const pause = settings.MAIL_RETRY_SECONDS * 1000;
  const row = await claimMail(control, id, now(), now() + pause + settings.MAIL_TIMEOUT_MILLISECONDS);
  if (!row) return;
  let mail: Mail;
  try {
    mail = JSON.parse(await unseal(sealingKeys, purposeOf(id), row.sealed));
  } catch (error) {
    log.error('mail given up: it does not open any more', error, { mail_id: id });
    return postponeMail(control, id, { status: 'dead', lastError: 'sealed', availableAt: now() });
  }
  try {
    await provider.deliver({ ...mail, id, createdAt: row.createdAt });
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error;
    const over = error.permanent || row.attempts >= settings.MAIL_MAX_ATTEMPTS;
    log.warn(over ? 'mail given up' : 'mail not taken, will be tried again', {
      mail_id: id,
      reason: error.reason,
      detail: error.message,
      attempts: row.attempts,
    });
    const wait = pause * Math.min(2 ** (row.attempts - 1), MAX_BACKOFF);
    const status = over ? 'dead' : 'waiting';
    return postponeMail(control, id, { status, lastError: error.reason, availableAt: now() + wait });
  }
  await deleteMail(control, id);
}
