import type { RequestContext } from '../context.ts';
import { composeMail, type MailContent } from './compose.ts';
import { type LinkPage, mailLink } from './link.ts';

export interface LinkMail extends Omit<MailContent, 'action'> {
  readonly link: { readonly label: string; readonly page: LinkPage; readonly token: string };
}

/** Sends a mail with a link. Without a public address there is no link to send: the log says so. */
export async function sendLinkMail(context: RequestContext, { link, ...content }: LinkMail): Promise<void> {
  const { mail, log } = context.dependencies;
  const url = mailLink(context, link.page, link.token);
  if (url === null) {
    log.warn('mail not sent: PUBLIC_URL is not set', { subject: content.subject });
    return;
  }
  await mail.send(composeMail({ ...content, action: { label: link.label, url } }));
}
