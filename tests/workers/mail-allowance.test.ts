import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { SETTINGS } from '#core/platform/settings';
import { call } from '#core/testing/call';
import { mailsTo } from '#core/testing/mail';
import { type MintedPerson, mintOrganization, mintPerson } from '#core/testing/mint-person';
import { PATIENCE_MS } from '#core/testing/patience';

const MOST = SETTINGS.MAILS_PER_RECIPIENT.default;
const EACH = SETTINGS.MAILS_PER_RECIPIENT_AND_ADDRESS.default;
let networks = 0;
/** A different network for each call. */
const newNetwork = (): string => `2001:db8:${(++networks).toString(16)}:5::1`;

async function forgot(email: string, ip: string, times = 1): Promise<void> {
  for (let at = 0; at < times; at++) {
    const options = { json: { email }, headers: { 'cf-connecting-ip': ip } };
    expect((await call('POST', '/api/v1/auth/forgot-password', options)).status).toBe(202);
  }
}

const resets = async ({ email }: MintedPerson): Promise<number> =>
  (await mailsTo(email)).filter((mail) => mail.subject === 'Reset your password').length;
const untilResets = (person: MintedPerson, count: number) =>
  expect.poll(() => resets(person), { timeout: PATIENCE_MS }).toBe(count);
const newPerson = async () => mintPerson(await mintOrganization(), 'owner');

/** Unknown callers from as many networks as needed. */
async function exhaust(person: MintedPerson): Promise<void> {
  for (let sent = 0; sent < MOST; sent += EACH) await forgot(person.email, newNetwork(), EACH);
  await untilResets(person, MOST);
}

describe('reset links that strangers ask for', () => {
  test('from one network use up only a part of what a mailbox takes', async () => {
    const person = await newPerson();
    await forgot(person.email, newNetwork(), MOST + 5);
    await untilResets(person, EACH);
    await forgot(person.email, newNetwork());
    await untilResets(person, EACH + 1);
  });

  test('from many networks never keep the owner from theirs at a network they signed in from', async () => {
    const person = await newPerson();
    const home = newNetwork();
    await env.DB.prepare('UPDATE sessions SET ip = ?, revoked_at = 1 WHERE user_id = ?')
      .bind(home, person.userId)
      .run();
    await exhaust(person);
    await forgot(person.email, home.replace('::1', '::2'));
    await untilResets(person, MOST + 1);
  });

  test('leave the newest link in the mailbox working, wherever its owner is', async () => {
    const person = await newPerson();
    await exhaust(person);
    await forgot(person.email, newNetwork(), 2);
    const [newest] = await mailsTo(person.email);
    const token = newest?.text.match(/#token=(nc_link_[\w-]+)/)?.[1];
    const json = { token, password: 'an entirely different one' };
    expect((await call('POST', '/api/v1/auth/reset-password', { json })).status).toBe(204);
    expect(await resets(person)).toBe(MOST);
  });

  test('do not use up invitations, nor these the reset links', async () => {
    const [person, host] = [await newPerson(), await newPerson()];
    await exhaust(person);
    const json = { email: person.email, role: 'viewer' };
    expect((await call('POST', '/api/v1/invitations', { token: host.accessToken, json })).status).toBe(201);
  });
});
