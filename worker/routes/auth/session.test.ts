import { env } from 'cloudflare:workers';
import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { identitySchema, signedInSchema } from '#core/contract/identity';
import { connectControl } from '#core/db/connect';
import { memberships, organizations, refreshTokens, sessions, signInAttempts, users } from '#core/db/schema/control';
import { auditEvents } from '#core/db/schema/tenant';
import { newId } from '#core/platform/ids';
import { addressNetwork } from '#core/security/address-network';
import { sha256Hex } from '#core/security/digest';
import { call, ORIGIN, problemOf } from '#core/testing/call';
import { mintApiKey, PASSWORD, signInAgain, signUp } from '#core/testing/sign-up';

const db = connectControl(env.DB);
const newEmail = () => `${newId('event', Date.now())}@example.com`;
const registration = (email: string) => ({
  email,
  password: PASSWORD,
  first_name: 'Ada',
  last_name: 'Lovelace',
  organization_name: 'Analytical Engines',
});
const refresh = (token: string) => call('POST', '/api/v1/auth/refresh', { json: { refresh_token: token } });
const me = (token: string) => call('GET', '/api/v1/auth/me', { token });
const actions = async (organizationId: string) =>
  (await db.select().from(auditEvents).where(eq(auditEvents.organizationId, organizationId))).map((e) => e.action);

describe('register', () => {
  test('makes a person, an organization they own, and a session, in the shape of the contract', async () => {
    const answer = await call('POST', '/api/v1/auth/register', { json: registration(newEmail()) });
    expect(answer.status).toBe(201);
    const body = signedInSchema.strict().parse(answer.json);
    expect(body.organization).toMatchObject({ name: 'Analytical Engines', role: 'owner', plan: 'starter' });
    expect(body.organizations).toEqual([body.organization]);
    expect(body.permissions).toContain('organization.delete');
    expect(body.token_type).toBe('Bearer');
    const seen = await me(body.access_token ?? '');
    expect(identitySchema.strict().parse(seen.json).user).toEqual(body.user);
    expect(await actions(body.organization.id)).toEqual(['organization.created']);
  });

  test('one e-mail is one account, however it is written, even when asked eight times at once', async () => {
    const email = newEmail();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        call('POST', '/api/v1/auth/register', { json: registration(i % 2 ? email.toUpperCase() : email) }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
    for (const answer of answers.filter((each) => each.status === 409)) expect(problemOf(answer).code).toBe('conflict');
    expect(await db.select().from(users).where(eq(users.emailNormalized, email))).toHaveLength(1);
  });

  test('a refused registration leaves nothing behind', async () => {
    const email = newEmail();
    const name = newId('event', Date.now());
    await call('POST', '/api/v1/auth/register', { json: registration(email) });
    await call('POST', '/api/v1/auth/register', { json: { ...registration(email), organization_name: name } });
    expect(await db.select().from(organizations).where(eq(organizations.name, name))).toHaveLength(0);
  });

  test('organizations of one name get different slugs, also side by side', async () => {
    const name = `Same ${newId('event', Date.now())}`;
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        call('POST', '/api/v1/auth/register', { json: { ...registration(newEmail()), organization_name: name } }),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201]);
    const slugs = answers.map((answer) => signedInSchema.parse(answer.json).organization.slug);
    expect(new Set(slugs).size).toBe(4);
  });

  test('a short password is refused by its path', async () => {
    const answer = await call('POST', '/api/v1/auth/register', {
      json: { ...registration(newEmail()), password: 'seven77' },
    });
    expect(answer.status).toBe(422);
    expect(problemOf(answer).errors?.[0]?.path).toBe('json.password');
  });

  test('neither passwords nor tokens are stored as they are', async () => {
    const owner = await signUp();
    const [user] = await db.select().from(users).where(eq(users.id, owner.userId));
    expect(user?.passwordHash).toMatch(/^\$scrypt\$/);
    expect(await db.select().from(refreshTokens).where(eq(refreshTokens.hash, owner.refreshToken))).toHaveLength(0);
  });
});

describe('login', () => {
  test('an unknown e-mail and a wrong password get the same answer', async () => {
    const owner = await signUp();
    const wrong = await call('POST', '/api/v1/auth/login', { json: { email: owner.email, password: 'not this one' } });
    const unknown = await call('POST', '/api/v1/auth/login', { json: { email: newEmail(), password: 'not this one' } });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    const strip = (text: string) => text.replace(/req_[0-9a-z]{26}/, '');
    expect(strip(wrong.text)).toBe(strip(unknown.text));
    expect([...wrong.headers.keys()]).toEqual([...unknown.headers.keys()]);
    expect(await actions(owner.organizationId)).toEqual(['organization.created', 'session.refused']);
  });

  test('a suspended person gets the answer of a wrong password', async () => {
    const owner = await signUp();
    await db.update(users).set({ status: 'suspended' }).where(eq(users.id, owner.userId));
    const answer = await call('POST', '/api/v1/auth/login', { json: { email: owner.email, password: PASSWORD } });
    expect(problemOf(answer).code).toBe('invalid_credentials');
    expect((await me(owner.accessToken)).status).toBe(401);
    expect((await refresh(owner.refreshToken)).status).toBe(401);
  });

  test.each(['known', 'unknown'])(
    'after ten failures an e-mail is throttled, %s or not, right password or not',
    async (kind) => {
      const email = kind === 'known' ? (await signUp()).email : newEmail();
      const attempt = (password: string) => call('POST', '/api/v1/auth/login', { json: { email, password } });
      for (let i = 0; i < 10; i++) expect((await attempt('wrong')).status).toBe(401);
      const answer = await attempt(PASSWORD);
      expect(answer.status).toBe(429);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    },
  );

  test('an address that failed too often is throttled for every e-mail, and its whole IPv6 network with it', async () => {
    const network = `2001:db8:${Math.floor(Math.random() * 65_535).toString(16)}:1`;
    const attempt = (host: string) =>
      call('POST', '/api/v1/auth/login', {
        json: { email: newEmail(), password: 'wrong' },
        headers: { 'cf-connecting-ip': `${network}::${host}` },
      });
    expect((await attempt('1')).status).toBe(401);
    const subject = await sha256Hex(`sign-in:${addressNetwork(`${network}::2`)}`);
    const counted = await db
      .update(signInAttempts)
      .set({ count: 99 })
      .where(eq(signInAttempts.subject, subject))
      .returning({ count: signInAttempts.count });
    expect(counted).toHaveLength(1);
    expect((await attempt('3')).status).toBe(401);
    expect((await attempt('4')).status).toBe(429);
  });

  test('an address that registered too often is throttled, whatever the e-mail', async () => {
    const ip = `198.51.100.${Math.floor(Math.random() * 200)}`;
    const attempt = () =>
      call('POST', '/api/v1/auth/register', { json: registration(newEmail()), headers: { 'cf-connecting-ip': ip } });
    expect((await attempt()).status).toBe(201);
    const subject = await sha256Hex(`register:${ip}`);
    await db.update(signInAttempts).set({ count: 49 }).where(eq(signInAttempts.subject, subject));
    expect((await attempt()).status).toBe(201);
    const refused = await attempt();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('a right password forgets the failures before it', async () => {
    const owner = await signUp();
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < 6; i++) {
        await call('POST', '/api/v1/auth/login', { json: { email: owner.email, password: 'wrong' } });
      }
      await signInAgain(owner);
    }
  });

  test('goes on where the person last worked', async () => {
    const owner = await signUp();
    const other = await signUp('Other');
    await db.insert(memberships).values({
      id: newId('membership', Date.now()),
      organizationId: other.organizationId,
      userId: owner.userId,
      role: 'viewer',
      createdAt: Date.now(),
      updatedAt: Date.now(),
    });
    expect((await signInAgain(owner)).organizationId).toBe(owner.organizationId);
    const switched = await call('POST', '/api/v1/auth/switch-organization', {
      token: owner.accessToken,
      json: { organization_id: other.organizationId },
    });
    expect(switched.status).toBe(200);
    const body = signedInSchema.parse(switched.json);
    expect(body.organization.id).toBe(other.organizationId);
    expect(body.permissions).not.toContain('documents.create');
    expect((await signInAgain(owner)).organizationId).toBe(other.organizationId);
    expect(await actions(other.organizationId)).toContain('session.switched');
  });

  test('an organization that is not mine is not found, and my session stays where it was', async () => {
    const owner = await signUp();
    const stranger = await signUp();
    const answer = await call('POST', '/api/v1/auth/switch-organization', {
      token: owner.accessToken,
      json: { organization_id: stranger.organizationId },
    });
    expect(answer.status).toBe(404);
    expect(identitySchema.parse((await me(owner.accessToken)).json).organization.id).toBe(owner.organizationId);
  });
});

describe('refresh', () => {
  test('gives a working pair and spends the old token', async () => {
    const owner = await signUp();
    const first = await refresh(owner.refreshToken);
    expect(first.status).toBe(200);
    const pair = signedInSchema.parse(first.json);
    expect((await me(pair.access_token ?? '')).status).toBe(200);
    expect(pair.refresh_token).not.toBe(owner.refreshToken);
    expect((await refresh(pair.refresh_token ?? '')).status).toBe(200);
  });

  test('of eight at once exactly one gets the session, the others may try again, and nobody is signed out', async () => {
    const owner = await signUp();
    const answers = await Promise.all(Array.from({ length: 8 }, () => refresh(owner.refreshToken)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409, 409, 409, 409, 409]);
    for (const answer of answers.filter((each) => each.status === 409))
      expect(problemOf(answer).code).toBe('token_spent');
    const winner = answers.find((answer) => answer.status === 200);
    expect((await refresh(signedInSchema.parse(winner?.json).refresh_token ?? '')).status).toBe(200);
    const [session] = await db.select().from(sessions).where(eq(sessions.userId, owner.userId));
    expect(
      await db
        .select()
        .from(refreshTokens)
        .where(eq(refreshTokens.sessionId, session?.id ?? '')),
    ).toHaveLength(3);
  });

  test('a spent token that comes back after the grace ends the whole session, told once in the audit list', async () => {
    const owner = await signUp();
    const pair = signedInSchema.parse((await refresh(owner.refreshToken)).json);
    await db
      .update(refreshTokens)
      .set({ usedAt: Date.now() - 60_000 })
      .where(eq(refreshTokens.usedAt, (await spentAt(owner.userId)) ?? 0));
    const answers = await Promise.all(Array.from({ length: 4 }, () => refresh(owner.refreshToken)));
    expect(answers.map((answer) => answer.status)).toEqual([401, 401, 401, 401]);
    expect((await refresh(pair.refresh_token ?? '')).status).toBe(401);
    expect((await me(pair.access_token ?? '')).status).toBe(401);
    expect((await actions(owner.organizationId)).filter((action) => action === 'session.revoked')).toHaveLength(1);
  });

  test('spent tokens are forgotten after a week, and are no way in then either', async () => {
    const owner = await signUp();
    const next = signedInSchema.parse((await refresh(owner.refreshToken)).json).refresh_token ?? '';
    const first = await sha256Hex(owner.refreshToken);
    await db
      .update(refreshTokens)
      .set({ usedAt: Date.now() - 8 * 86_400_000 })
      .where(eq(refreshTokens.hash, first));
    const last = signedInSchema.parse((await refresh(next)).json);
    expect(await db.select().from(refreshTokens).where(eq(refreshTokens.hash, first))).toEqual([]);
    expect((await refresh(owner.refreshToken)).status).toBe(401);
    expect((await me(last.access_token ?? '')).status).toBe(200);
  });

  test('an expired token and an invented one are not accepted', async () => {
    const owner = await signUp();
    const [session] = await db.select().from(sessions).where(eq(sessions.userId, owner.userId));
    await db
      .update(refreshTokens)
      .set({ expiresAt: 1 })
      .where(eq(refreshTokens.sessionId, session?.id ?? ''));
    expect((await refresh(owner.refreshToken)).status).toBe(401);
    expect((await refresh('nc_refresh_invented')).status).toBe(401);
    expect((await call('POST', '/api/v1/auth/refresh')).status).toBe(401);
  });
});

async function spentAt(userId: string): Promise<number | null | undefined> {
  const [row] = await db
    .select({ usedAt: refreshTokens.usedAt })
    .from(refreshTokens)
    .innerJoin(sessions, and(eq(sessions.id, refreshTokens.sessionId), eq(sessions.userId, userId)))
    .orderBy(refreshTokens.createdAt)
    .limit(1);
  return row?.usedAt;
}

describe('what ends an access token before its time', () => {
  const documents = (token: string) => call('GET', '/api/v1/documents', { token });

  test('signing out ends it for every route, at once', async () => {
    const owner = await signUp();
    expect((await documents(owner.accessToken)).status).toBe(200);
    await call('POST', '/api/v1/auth/logout', { token: owner.accessToken });
    expect((await documents(owner.accessToken)).status).toBe(401);
  });

  test.each([
    ['a suspended person', (id: string) => db.update(users).set({ status: 'suspended' }).where(eq(users.id, id))],
    [
      'a suspended membership',
      (id: string) => db.update(memberships).set({ status: 'suspended' }).where(eq(memberships.userId, id)),
    ],
    ['another role', (id: string) => db.update(memberships).set({ role: 'viewer' }).where(eq(memberships.userId, id))],
    [
      'a session revoked elsewhere',
      (id: string) => db.update(sessions).set({ revokedAt: 1 }).where(eq(sessions.userId, id)),
    ],
  ])('%s ends it where nobody has asked yet', async (_name, change) => {
    const owner = await signUp();
    await change(owner.userId);
    expect((await documents(owner.accessToken)).status).toBe(401);
  });

  test('after another role the refreshed token carries the new permissions', async () => {
    const owner = await signUp();
    await db.update(memberships).set({ role: 'viewer' }).where(eq(memberships.userId, owner.userId));
    const pair = signedInSchema.parse((await refresh(owner.refreshToken)).json);
    expect(pair.permissions).not.toContain('api_keys.manage');
    expect((await documents(pair.access_token ?? '')).status).toBe(200);
    const refused = await call('GET', '/api/v1/api-keys', { token: pair.access_token });
    expect(refused.status).toBe(403);
  });
});

describe('logout', () => {
  test('ends this session only, and only once', async () => {
    const owner = await signUp();
    const other = await signInAgain(owner);
    const answers = [
      await call('POST', '/api/v1/auth/logout', { token: owner.accessToken }),
      await call('POST', '/api/v1/auth/logout', { token: owner.accessToken }),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([204, 401]);
    expect((await refresh(owner.refreshToken)).status).toBe(401);
    expect((await me(owner.accessToken)).status).toBe(401);
    expect((await me(other.accessToken)).status).toBe(200);
    expect((await actions(owner.organizationId)).filter((action) => action === 'session.revoked')).toHaveLength(1);
  });

  test('an API key cannot sign anybody out or switch organizations', async () => {
    const owner = await signUp();
    const key = await mintApiKey(owner);
    expect((await call('POST', '/api/v1/auth/logout', { token: key.secret })).status).toBe(403);
  });
});

describe('browser session', () => {
  const cookiesOf = (headers: Headers) => headers.getSetCookie();
  const asHeader = (cookies: readonly string[]) => cookies.map((cookie) => cookie.split(';', 1)[0]).join('; ');
  const browser = { origin: ORIGIN, 'sec-fetch-site': 'same-origin' };

  async function signUpInBrowser() {
    const answer = await call('POST', '/api/v1/auth/register', {
      json: { ...registration(newEmail()), session: 'cookie' },
      headers: browser,
    });
    return { answer, cookie: asHeader(cookiesOf(answer.headers)) };
  }

  test('keeps both tokens out of the body and out of reach of scripts', async () => {
    const { answer, cookie } = await signUpInBrowser();
    expect(answer.status).toBe(201);
    expect(answer.json).not.toHaveProperty('access_token');
    expect(answer.json).not.toHaveProperty('refresh_token');
    const cookies = cookiesOf(answer.headers);
    expect(cookies).toHaveLength(2);
    for (const each of cookies) expect(each).toMatch(/^__Host-nc_\w+=.+; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    expect((await call('GET', '/api/v1/auth/me', { headers: { cookie } })).status).toBe(200);
  });

  test('is refreshed by its cookie, with new cookies', async () => {
    const { cookie } = await signUpInBrowser();
    const answer = await call('POST', '/api/v1/auth/refresh', { headers: { ...browser, cookie } });
    expect(answer.status).toBe(200);
    expect(answer.json).not.toHaveProperty('refresh_token');
    const renewed = asHeader(cookiesOf(answer.headers));
    expect(renewed).not.toBe(cookie);
    expect((await call('GET', '/api/v1/auth/me', { headers: { cookie: renewed } })).status).toBe(200);
  });

  test.each([
    ['another origin', { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' }],
    ['a sibling host', { origin: 'https://evil.api.test', 'sec-fetch-site': 'same-site' }],
    ['an opaque origin', { origin: 'null' }],
    ['only the browser hint', { 'sec-fetch-site': 'cross-site' }],
    ['no word about where it comes from', {}],
  ])('a changing request with cookies from %s is refused', async (_name, headers) => {
    const { cookie } = await signUpInBrowser();
    for (const path of ['/api/v1/auth/logout', '/api/v1/auth/refresh', '/api/v1/api-keys']) {
      const answer = await call('POST', path, { headers: { ...headers, cookie }, json: { name: 'x' } });
      expect([path, answer.status, problemOf(answer).code]).toEqual([path, 403, 'cross_site_request']);
    }
    expect((await call('GET', '/api/v1/auth/me', { headers: { cookie } })).status).toBe(200);
  });

  test('another site cannot sign a browser in', async () => {
    const owner = await signUp();
    const answer = await call('POST', '/api/v1/auth/login', {
      json: { email: owner.email, password: PASSWORD, session: 'cookie' },
      headers: { origin: 'https://evil.test' },
    });
    expect(answer.status).toBe(403);
    expect(cookiesOf(answer.headers)).toEqual([]);
  });

  test('logout takes the cookies away', async () => {
    const { cookie } = await signUpInBrowser();
    const answer = await call('POST', '/api/v1/auth/logout', { headers: { ...browser, cookie } });
    expect(answer.status).toBe(204);
    for (const each of cookiesOf(answer.headers)) expect(each).toMatch(/=; Max-Age=0; Path=\/;/);
    expect((await call('GET', '/api/v1/auth/me', { headers: { cookie } })).status).toBe(401);
  });
});

test('older clients reach the same sign-in without the prefix', async () => {
  const owner = await signUp();
  const answer = await call('POST', '/auth/login', { json: { email: owner.email, password: PASSWORD } });
  expect(answer.status).toBe(200);
  const mine = await call('GET', '/organizations', { token: owner.accessToken });
  expect(mine.json).toMatchObject({ data: [{ id: owner.organizationId }], next_cursor: null });
});
