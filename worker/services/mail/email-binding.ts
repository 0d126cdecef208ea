import { MailFailure, type MailProvider } from './provider.ts';
import { isSafeAddress, type MailAddress } from './smtp/mail-address.ts';

/** Sends through the platform's own binding (`send_email` in wrangler.toml). */
export function emailBindingProvider(binding: SendEmail, from: MailAddress): MailProvider {
  const sender = from.name === null ? from.address : { name: from.name, email: from.address };
  return {
    async deliver({ to, subject, text, html }) {
      if (!isSafeAddress(to)) throw new MailFailure('refused', true, 'the recipient is no mail address');
      try {
        await binding.send({ from: sender, to, subject, text, html });
      } catch (error) {
        throw new MailFailure('refused', false, 'the mail binding did not take the mail', { cause: error });
      }
    },
  };
}
