import { type DevelopmentMailView, developmentMailListSchema } from '../contract/development-mails.ts';
import { call } from './call.ts';
import { PATIENCE_MS } from './patience.ts';

/** Mails are sent after the response, so they take a moment. */
const PAUSE_MS = 20;

export async function mailsTo(recipient: string): Promise<readonly DevelopmentMailView[]> {
  const answer = await call('GET', `/api/v1/dev/outbox?recipient=${encodeURIComponent(recipient)}`);
  return developmentMailListSchema.parse(answer.json).data;
}

/** Returns the newest mail to this address that links to this page. Fails if none arrives. */
export async function untilMail(
  recipient: string,
  page: string,
  after = 0,
): Promise<{ mail: DevelopmentMailView; token: string }> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const found = (await mailsTo(recipient)).filter(({ text }) => text.includes(`${page}#token=`));
    const [mail] = found;
    const token = mail?.text.match(/#token=(nc_link_[A-Za-z0-9_-]{43})/)?.[1];
    if (mail && token !== undefined && found.length > after) return { mail, token };
    await scheduler.wait(PAUSE_MS);
  }
  throw new Error(`no mail with a link to ${page} came to ${recipient}`);
}
