import { expectApi, member, text } from '../../scripts/start/api-client.ts';
import { PASSWORD } from './browser-room.ts';

/** A token of somebody who registered in a browser room, to do the rest as a program. */
export async function tokenOf(address: string, email: string): Promise<string> {
  const answer = await expectApi(200, address, 'POST', '/auth/login', { json: { email, password: PASSWORD } });
  return text(answer, 'access_token');
}

/** Invites an address; the path of the link that was mailed to it. */
export async function invite(address: string, token: string, email: string, role: string): Promise<string> {
  await expectApi(201, address, 'POST', '/invitations', { token, json: { email, role } });
  const { data } = await expectApi(200, address, 'GET', '/dev/outbox?limit=50', {});
  const mails: readonly unknown[] = Array.isArray(data) ? data : [];
  const mail = mails.find((each) => member(each, 'recipient') === email);
  const link = /\/invitation#token=nc_link_[\w-]+/.exec(String(member(mail, 'text')))?.[0];
  if (link === undefined) throw new Error(`no invitation was mailed to ${email}`);
  return link;
}
