import { setTimeout as delay } from 'node:timers/promises';
import { PATIENCE_MS } from '#core/testing/patience';
import { expectApi, member, text } from '../../scripts/start/api-client.ts';
import { PASSWORD } from './browser-room.ts';

/** An access token of a user registered in a browser room, for calls to the API. */
export async function tokenOf(address: string, email: string): Promise<string> {
  const answer = await expectApi(200, address, 'POST', '/auth/login', { json: { email, password: PASSWORD } });
  return text(answer, 'access_token');
}

/** Invites an address. Returns the path of the mailed link. */
export async function invite(address: string, token: string, email: string, role: string): Promise<string> {
  const before = await linksTo(address, email, '/invitation');
  await expectApi(201, address, 'POST', '/invitations', { token, json: { email, role } });
  return mailedLink(address, email, '/invitation', before.length);
}

/** Mails are sent after the response, so they arrive with a delay. */
const PAUSE_MS = 50;

/** The path of the newest link to this page mailed to this address, once more than `after` have arrived. */
export async function mailedLink(address: string, email: string, page: string, after = 0): Promise<string> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const links = await linksTo(address, email, page);
    if (links[0] !== undefined && links.length > after) return links[0];
    await delay(PAUSE_MS);
  }
  throw new Error(`no mail with a link to ${page} came to ${email}`);
}

/** Newest first. */
async function linksTo(address: string, email: string, page: string): Promise<readonly string[]> {
  const pattern = new RegExp(`${page}#token=nc_link_[A-Za-z0-9_-]+`);
  const path = `/dev/outbox?recipient=${encodeURIComponent(email)}`;
  const { data } = await expectApi(200, address, 'GET', path, {});
  const mails: readonly unknown[] = Array.isArray(data) ? data : [];
  return mails.flatMap((mail) => pattern.exec(String(member(mail, 'text')))?.[0] ?? []);
}
