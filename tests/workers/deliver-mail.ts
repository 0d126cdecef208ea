import { readSettings } from '#core/platform/settings';
import { readMail } from '../../worker/configuration.ts';
import type { Environment } from '../../worker/environment.ts';
import { mailProvider } from '../../worker/mail-provider.ts';
import { MailFailure, type OutgoingMail } from '../../worker/services/mail/provider.ts';

/** A Worker that sends the mail it receives, like the product, and returns the outcome. Bundled by tests/mail. */
export default {
  async fetch(request: Request, env: Environment): Promise<Response> {
    const provider = mailProvider(env, {
      settings: readSettings({ ...env }),
      mail: readMail(env.MAIL_FROM, env.SMTP_URL, env.EMAIL !== undefined),
    });
    if (!provider) return Response.json({ outcome: 'no provider' });
    try {
      await provider.deliver(await request.json<OutgoingMail>());
      return Response.json({ outcome: 'taken' });
    } catch (error) {
      if (error instanceof MailFailure) return Response.json({ outcome: error.reason });
      throw error;
    }
  },
};
