import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { securityEventListSchema } from '#core/contract/security-events';
import { connectControl } from '#core/db/connect';
import { FURTHER_NETWORKS, type SecurityEventKind, securityEventKinds } from '#core/domain/security-events';
import { addressNetwork } from '#core/security/address-network';
import { countAnonymousRefusals, deleteOldSecurityEvents, listSecurityEvents } from '#core/store/security-events';
import { makeAdministrator } from '#core/testing/administrator';
import { untilRefusalTold } from '#core/testing/audit';
import { call } from '#core/testing/call';
import { mintOrganization, mintPerson } from '#core/testing/mint-person';
import { newAddress } from '#core/testing/new-address';
import { PATIENCE_MS } from '#core/testing/patience';
import { mintApiKey, newEmail, type Owner, PASSWORD, signInAgain, signUp } from '#core/testing/sign-up';
import { createApp } from '../../worker/app.ts';

/** Refusals of unknown callers are counted for system administrators and cannot fill a table. */

const db = connectControl(env.DB);
let administrator: Owner;
beforeAll(async () => {
  administrator = await signUp();
  await makeAdministrator(administrator.userId);
});

/** The counts for the network of one address. */
async function counted(address: string): Promise<Readonly<Record<string, number>>> {
  const path = `/api/v1/admin/security-events?network=${encodeURIComponent(addressNetwork(address))}`;
  const answer = await call('GET', path, { token: administrator.accessToken });
  return Object.fromEntries(securityEventListSchema.parse(answer.json).data.map(({ kind, count }) => [kind, count]));
}

interface Attack {
  readonly path: string;
  readonly method?: string;
  readonly json?: unknown;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status: number;
}

const post = (path: string, json: unknown, status: number): Attack => ({ method: 'POST', path, json, status });
const clientData = btoa(JSON.stringify({ type: 'webauthn.get', challenge: 'made-up' })).replaceAll('=', '');
const response = { clientDataJSON: clientData, authenticatorData: 'AAAA', signature: 'AAAA' };
const ANSWER = { id: 'AAAA', rawId: 'AAAA', type: 'public-key', response };

const ATTACKS: Readonly<Record<SecurityEventKind, (owner: Owner) => Attack>> = {
  access_token: () => ({ path: '/documents', token: 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1c3JfMSJ9.', status: 401 }),
  api_key: () => ({ path: '/documents', token: `nc_live_${'0'.repeat(40)}`, status: 401 }),
  refresh_token: () => post('/auth/refresh', { refresh_token: 'nc_refresh_made-up' }, 401),
  link: () => post('/auth/reset-password', { token: 'nc_link_made-up', password: 'a long enough password' }, 410),
  sign_in: () => post('/auth/login', { email: newEmail(), password: PASSWORD }, 401),
  registration: ({ email }) =>
    post('/auth/register', { email, password: PASSWORD, first_name: 'A', last_name: 'B', organization_name: 'C' }, 409),
  second_step: () => post('/auth/mfa/verify', { mfa_token: 'nc_mfa_made-up', code: '000000' }, 401),
  passkey: () => post('/auth/passkey-sign-in', { response: ANSWER }, 401),
  provider_answer: () => ({ path: '/auth/providers/github/callback?code=made-up&state=made-up', status: 302 }),
  throttled: () => post('/auth/login', { email: 'throttled@example.com', password: PASSWORD }, 429),
  cross_site: () => ({
    ...post('/auth/login', { email: 'a@example.com', password: PASSWORD }, 403),
    headers: { origin: 'https://evil.test' },
  }),
};

test.each(securityEventKinds)('a stranger who is refused is counted: %s', async (kind) => {
  const attack = ATTACKS[kind](await signUp());
  const ip = newAddress();
  const ask = ({ method = 'GET', path, status: _, ...rest }: Attack) =>
    call(method, `/api/v1${path}`, { ...rest, headers: { ...rest.headers, 'cf-connecting-ip': ip } });
  if (kind === 'throttled') for (let i = 0; i < 10; i++) await ask(attack);
  const before = (await counted(ip))[kind] ?? 0;
  for (let i = 1; i <= 2; i++) {
    expect((await ask(attack)).status).toBe(attack.status);
    await expect.poll(async () => (await counted(ip))[kind], { timeout: PATIENCE_MS }).toBe(before + i);
  }
});

test('what happens to everybody is no event: an expired token, a session that ended', async () => {
  const address = newAddress();
  const owner = await signUp();
  const headers = { 'cf-connecting-ip': address };
  const again = await signInAgain(owner);
  await call('POST', '/api/v1/auth/logout', { token: again.accessToken });
  expect((await call('GET', '/api/v1/documents', { token: again.accessToken, headers })).status).toBe(401);
  const { expiredToken } = await mintPerson(await mintOrganization(), 'viewer');
  expect((await call('GET', '/api/v1/documents', { token: expiredToken, headers })).status).toBe(401);
  // Refusals are counted within this time; the forged token proves that counting works.
  await call('GET', '/api/v1/documents', { token: 'forged', headers });
  await expect.poll(() => counted(address), { timeout: PATIENCE_MS }).toEqual({ access_token: 1 });
});

test('a key that once lived is no stranger: its organization reads that somebody still tries it', async () => {
  const owner = await signUp();
  const key = await mintApiKey(owner);
  await call('DELETE', `/api/v1/api-keys/${key.id}`, { token: owner.accessToken });
  const address = newAddress();
  const headers = { 'cf-connecting-ip': address };
  expect((await call('GET', '/api/v1/documents', { token: key.secret, headers })).status).toBe(401);
  await untilRefusalTold(owner.organizationId, key.id, 'revoked');
  expect(await counted(address)).toEqual({});
});

test('IPv6 is counted by the /64: one customer has 2^64 addresses', async () => {
  const network = newAddress().replace(/::1$/, '');
  for (const host of ['1', '2:3']) {
    const headers = { 'cf-connecting-ip': `${network}::${host}` };
    await call('GET', '/api/v1/documents', { token: 'forged', headers });
  }
  await expect.poll(() => counted(`${network}::`), { timeout: PATIENCE_MS }).toEqual({ access_token: 2 });
});

test('a window takes so many networks; those beyond are counted together', async () => {
  // A separate time window, long ago.
  const at = 1_000_000_000_000;
  const refused = (network: string) =>
    countAnonymousRefusals(
      db,
      { kind: 'api_key', network, count: 1, at, requestId: 'req_1', userAgent: null },
      3_600_000,
      3,
    );
  for (let i = 0; i < 20; i++) await refused(`192.0.2.${i}`);
  for (let i = 0; i < 2; i++) await refused('192.0.2.1');
  const rows = await listSecurityEvents(db, { from: at, to: at + 1 }, { limit: 50 });
  const byNetwork = Object.fromEntries(rows.map(({ network, count }) => [network, count]));
  expect(byNetwork).toEqual({ '192.0.2.0': 1, '192.0.2.1': 3, '192.0.2.2': 1, [FURTHER_NETWORKS]: 17 });
  await deleteOldSecurityEvents(db, at + 1);
  expect(await listSecurityEvents(db, { from: at, to: at + 1 }, { limit: 50 })).toEqual([]);
});

test('a burst is two writes, and nothing of it is lost', async () => {
  const ip = newAddress();
  const pace = { SECURITY_EVENT_PAUSE_SECONDS: '1' };
  const app = createApp({ ...env, ...pace });
  const execution = createExecutionContext();
  const headers = { authorization: 'Bearer forged', 'cf-connecting-ip': ip };
  for (let i = 0; i < 40; i++) await app(new Request('https://api.test/api/v1/documents', { headers }), execution);
  await waitOnExecutionContext(execution);
  expect(await counted(ip)).toEqual({ access_token: 40 });
});

test('what was presented is told nowhere', async () => {
  const headers = { 'cf-connecting-ip': newAddress() };
  await call('GET', '/api/v1/documents', { token: 'nc_live_mistyped-secret', headers });
  await expect.poll(() => counted(headers['cf-connecting-ip']), { timeout: PATIENCE_MS }).toEqual({ api_key: 1 });
  const rows = await listSecurityEvents(db, { network: addressNetwork(headers['cf-connecting-ip']) }, { limit: 5 });
  expect(JSON.stringify(rows)).not.toContain('mistyped-secret');
});
