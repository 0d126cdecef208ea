import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { identitySchema, signedInSchema } from '#core/contract/identity';
import { connectControl } from '#core/db/connect';
import { memberships, signInAttempts, users } from '#core/db/schema/control';
import { auditEvents } from '#core/db/schema/tenant';
import { newId } from '#core/platform/ids';
import { addressNetwork } from '#core/security/address-network';
import { sha256Hex } from '#core/security/digest';
import { idEquals } from '#core/store/id-equals';
import { call, problemOf } from '#core/testing/call';
import { newAddress } from '#core/testing/new-address';
import { newEmail, PASSWORD, registration, signInAgain, signUp } from '#core/testing/sign-up';

const db = connectControl(env.DB);
const refresh = (token: string) => call('POST', '/api/v1/auth/refresh', { json: { refresh_token: token } });
const me = (token: string) => call('GET', '/api/v1/auth/me', { token });
const actions = async (organizationId: string) =>
  (await db.select().from(auditEvents).where(idEquals(auditEvents.organizationId, organizationId))).map(
    (e) => e.action,
  );

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
    const network = newAddress().replace(/::1$/, '');
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
    const ip = newAddress();
    const attempt = () =>
      call('POST', '/api/v1/auth/register', { json: registration(newEmail()), headers: { 'cf-connecting-ip': ip } });
    expect((await attempt()).status).toBe(201);
    const subject = await sha256Hex(`register:${addressNetwork(ip)}`);
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

test('older clients reach the same sign-in without the prefix', async () => {
  const owner = await signUp();
  const answer = await call('POST', '/auth/login', { json: { email: owner.email, password: PASSWORD } });
  expect(answer.status).toBe(200);
  const mine = await call('GET', '/organizations', { token: owner.accessToken });
  expect(mine.json).toMatchObject({ data: [{ id: owner.organizationId }], next_cursor: null });
});
