import type { RequestContext } from '../context.ts';
import { composeMail, type MailContent } from './compose.ts';
import { type LinkPage, mailLink } from './link.ts';
import type { Mail } from './mail.ts';
import { NO_MAIL, type PreparedMail, sendMail } from './sender.ts';

export interface LinkMail extends Omit<MailContent, 'action'> {
  readonly link: { readonly label: string; readonly page: LinkPage; readonly token: string };
}

/** Sends a mail with a link. */
export async function sendLinkMail(context: RequestContext, content: LinkMail): Promise<void> {
  const composed = compose(context, content);
  if (composed) await sendMail(context.dependencies, composed);
}

/** Prepares a mail with a link, to be stored together with the change it reports. */
export async function prepareLinkMail(context: RequestContext, content: LinkMail): Promise<PreparedMail> {
  const composed = compose(context, content);
  return composed ? context.dependencies.mail.prepare(composed) : NO_MAIL;
}

/** Without a public URL there is no link to send, which is logged. */
function compose(context: RequestContext, { link, ...content }: LinkMail): Mail | null {
  const url = mailLink(context, link.page, link.token);
  if (url !== null) return composeMail({ ...content, action: { label: link.label, url } });
  context.dependencies.log.warn('mail not sent: PUBLIC_URL is not set', { subject: content.subject });
  return null;
}
