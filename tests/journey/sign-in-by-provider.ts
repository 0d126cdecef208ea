import { createHash, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callApi, expectApi, member, text } from '../../scripts/start/api-client.ts';
import { registerAccount } from '../platform/account.ts';
import { CLIENT, startIdentityProvider, type TestIdentityProvider } from '../platform/identity-provider.ts';
import { type ServerProcess, startServer, temporaryState } from '../platform/server-process.ts';

/** Base address of links and callbacks, independent of the server's port. */
const PUBLIC_URL = 'http://localhost:8787';
const LEAKED = 'leaked but long enough';

let state: Awaited<ReturnType<typeof temporaryState>>;
let server: ServerProcess;
let first: TestIdentityProvider;
let second: TestIdentityProvider;
let breaches: Server;

beforeAll(async () => {
  state = await temporaryState();
  const callback = (id: string) => `${PUBLIC_URL}/api/v1/auth/providers/${id}/callback`;
  first = await startIdentityProvider([callback('first')]);
  second = await startIdentityProvider([callback('second')]);
  breaches = await startBreachList();
  const { port } = breaches.address() as AddressInfo;
  const provider = (id: string, issuer: string) => ({
    id,
    name: id,
    issuer,
    client_id: CLIENT.id,
    client_secret: CLIENT.secret,
  });
  server = await startServer(state.folder, {
    PUBLIC_URL,
    IDENTITY_PROVIDERS: JSON.stringify([
      provider('first', first.issuer),
      provider('second', second.issuer),
      provider('away', 'http://localhost:9'),
      provider('private', 'https://10.0.0.1'),
    ]),
    EGRESS_TEST_ALLOW: `${first.host},${second.host},localhost:9,localhost:${port}`,
    BREACH_LOOKUP_URL: `http://localhost:${port}/range/`,
  });
});

afterAll(async () => {
  await server?.stop();
  await Promise.all([first?.close(), second?.close(), new Promise((resolve) => breaches?.close(resolve))]);
  await state?.remove();
});

/** The list of one leaked password in the format of the range API. */
function startBreachList(): Promise<Server> {
  const hash = createHash('sha1').update(LEAKED).digest('hex').toUpperCase();
  const list = createServer((request, response) => {
    const asked = request.url?.split('/').at(-1);
    response.end(asked === hash.slice(0, 5) ? `${'0'.repeat(35)}:0\r\n${hash.slice(5)}:3\r\n` : '');
  });
  return new Promise((resolve) => list.listen(0, '127.0.0.1', () => resolve(list)));
}

interface Begun {
  readonly url: string;
  /** The browser's cookie for this sign-in. */
  readonly cookie: string;
}

async function begin(provider = 'first', returnTo = '/documents'): Promise<Begun> {
  const answer = await callApi(server.address, 'POST', `/auth/providers/${provider}/begin`, {
    json: { return_to: returnTo },
  });
  expect(answer.status).toBe(200);
  return { url: text(answer.body, 'authorization_url'), cookie: cookieOf(answer.headers, '__Host-nc_provider') };
}

function cookieOf(headers: Headers, name: string): string {
  const line = headers.getSetCookie().find((each) => each.startsWith(`${name}=`)) ?? '';
  return line.split(';')[0] ?? '';
}

interface Landing {
  /** The path it redirects to. */
  readonly to: URL;
  readonly access: string;
}

/** Sends the browser to the callback. */
async function comeBack(callback: URL, cookie: string, provider?: string): Promise<Landing> {
  const path =
    provider === undefined ? callback.pathname : callback.pathname.replace(/providers\/[^/]+/, `providers/${provider}`);
  const answer = await fetch(`${server.address}${path}${callback.search}`, { redirect: 'manual', headers: { cookie } });
  expect(answer.status).toBe(302);
  const [, token = ''] = cookieOf(answer.headers, '__Host-nc_access').split('=');
  return { to: new URL(answer.headers.get('location') ?? '', server.address), access: token };
}

const errorOf = ({ to }: Landing): string | null => new URLSearchParams(to.hash.slice(1)).get('error');
const somebody = (emailVerified = true) => ({
  subject: randomUUID(),
  email: `${randomUUID()}@example.org`,
  emailVerified,
});

async function signIn(account = somebody()): Promise<Landing> {
  first.signInAs(account);
  const { url, cookie } = await begin();
  return comeBack(await first.visit(url), cookie);
}

describe('sign-in by a provider', () => {
  it('the sign-in page is told which providers there are', async () => {
    const options = await expectApi(200, server.address, 'GET', '/auth/options');
    expect(options['registration']).toBe('open');
    expect(JSON.stringify(options)).not.toContain(CLIENT.secret);
  });

  it('a new person gets an account, and comes back to the same one', async () => {
    const account = somebody();
    const once = await signIn(account);
    expect(once.to.pathname).toBe('/documents');
    const me = await expectApi(200, server.address, 'GET', '/auth/me', { token: once.access });
    expect(member(me, 'user')).toMatchObject({ email: account.email, first_name: 'Grace', email_verified: true });
    const again = await signIn(account);
    const same = await expectApi(200, server.address, 'GET', '/auth/me', { token: again.access });
    expect(text(same, 'user', 'id')).toBe(text(me, 'user', 'id'));
  });

  it('an account is linked by its owner, listed, and not unlinked while it is the only way in', async () => {
    const owner = await registerAccount(server.address);
    const account = somebody(false);
    first.signInAs(account);
    const answer = await callApi(server.address, 'POST', '/auth/identities/first/begin', {
      token: owner.token,
      json: { return_to: '/settings', current_password: owner.password },
    });
    const landed = await comeBack(
      await first.visit(text(answer.body, 'authorization_url')),
      cookieOf(answer.headers, '__Host-nc_provider'),
    );
    expect([landed.to.pathname, landed.access]).toEqual(['/settings', '']);
    const listed = await expectApi(200, server.address, 'GET', '/auth/identities', { token: owner.token });
    expect(listed['data']).toMatchObject([{ provider: { id: 'first' }, email: account.email }]);
    const by = await signIn(account);
    const me = await expectApi(200, server.address, 'GET', '/auth/me', { token: by.access });
    expect(text(me, 'user', 'email')).toBe(owner.email);
    const { access } = await signIn();
    const only = await expectApi(200, server.address, 'GET', '/auth/identities', { token: access });
    const [row]: readonly unknown[] = Array.isArray(only['data']) ? only['data'] : [];
    const id = String(member(row, 'id'));
    const unlink = { token: access, json: {} };
    expect((await callApi(server.address, 'POST', `/auth/identities/${id}/remove`, unlink)).status).toBe(409);
  });

  it('a provider that does not answer, or stands in a private network, is said to be away and changes nothing', async () => {
    for (const id of ['away', 'private']) {
      const answer = await callApi(server.address, 'POST', `/auth/providers/${id}/begin`, { json: { return_to: '/' } });
      expect([answer.status, answer.body['code']]).toEqual([503, 'unavailable']);
    }
  });
});

describe('attacks on it are refused', () => {
  it('a callback used twice', async () => {
    first.signInAs(somebody());
    const { url, cookie } = await begin();
    const callback = await first.visit(url);
    expect((await comeBack(callback, cookie)).access).not.toBe('');
    expect(errorOf(await comeBack(callback, cookie))).toBe('provider_refused');
  });

  it('a callback in another browser (login CSRF)', async () => {
    first.signInAs(somebody());
    const mine = await begin();
    const theirs = await begin();
    const callback = await first.visit(mine.url);
    const landed = await comeBack(callback, theirs.cookie);
    expect([errorOf(landed), landed.access]).toEqual(['provider_refused', '']);
  });

  it('a state that nobody was given', async () => {
    first.signInAs(somebody());
    const { url, cookie } = await begin();
    const callback = await first.visit(url);
    callback.searchParams.set('state', 'made-up');
    expect(errorOf(await comeBack(callback, cookie))).toBe('provider_refused');
  });

  it('a code of another round (PKCE and nonce)', async () => {
    first.signInAs(somebody());
    const mine = await begin();
    const stolen = await first.visit((await begin()).url);
    const callback = await first.visit(mine.url);
    callback.searchParams.set('code', stolen.searchParams.get('code') ?? '');
    expect(errorOf(await comeBack(callback, mine.cookie))).toBe('provider_refused');
  });

  it('the answer of one provider at the callback of another (mix-up)', async () => {
    first.signInAs(somebody());
    const { url, cookie } = await begin();
    const callback = await first.visit(url);
    expect(errorOf(await comeBack(callback, cookie, 'second'))).toBe('provider_refused');
  });

  it('an issuer in the answer that is not the one that was asked (RFC 9207)', async () => {
    first.signInAs(somebody());
    const { url, cookie } = await begin();
    const callback = await first.visit(url);
    callback.searchParams.set('iss', second.issuer);
    expect(errorOf(await comeBack(callback, cookie))).toBe('provider_refused');
  });

  it('the same subject at another issuer is somebody else', async () => {
    const account = somebody();
    await signIn(account);
    second.signInAs({ ...account, email: `${randomUUID()}@example.org` });
    const { url, cookie } = await begin('second');
    const landed = await comeBack(await second.visit(url), cookie);
    const me = await expectApi(200, server.address, 'GET', '/auth/me', { token: landed.access });
    expect(text(me, 'user', 'email')).not.toBe(account.email);
  });

  it('an address that the provider does not vouch for opens nothing', async () => {
    expect(errorOf(await signIn(somebody(false)))).toBe('provider_refused');
  });

  it('whoever registered an address they never proved loses the account to the one the provider vouches for', async () => {
    const squatter = await registerAccount(server.address);
    const landed = await signIn({ subject: randomUUID(), email: squatter.email, emailVerified: true });
    const me = await expectApi(200, server.address, 'GET', '/auth/me', { token: landed.access });
    expect(member(me, 'user')).toMatchObject({ email: squatter.email, email_verified: true });
    for (const token of [squatter.token, squatter.apiKey])
      expect((await callApi(server.address, 'GET', '/auth/me', { token })).status).toBe(401);
    const login = { json: { email: squatter.email, password: squatter.password } };
    expect((await callApi(server.address, 'POST', '/auth/login', login)).status).toBe(401);
  });

  it('a way back that leads out of the application is not taken', async () => {
    first.signInAs(somebody());
    for (const away of ['https://evil.example', '//evil.example', '/\\evil.example']) {
      const { url, cookie } = await begin('first', away);
      const landed = await comeBack(await first.visit(url), cookie);
      expect([landed.to.origin, landed.to.pathname]).toEqual([new URL(server.address).origin, '/']);
    }
  });
});

describe('passwords', () => {
  it('one that stands in the list of leaked ones is refused, with its place in the body', async () => {
    const answer = await callApi(server.address, 'POST', '/auth/register', {
      json: {
        email: `${randomUUID()}@example.com`,
        password: LEAKED,
        first_name: 'A',
        last_name: 'B',
        organization_name: 'C',
      },
    });
    expect([answer.status, answer.body['code']]).toEqual([422, 'validation_failed']);
    expect(JSON.stringify(answer.body)).toContain('json.password');
  });
});
