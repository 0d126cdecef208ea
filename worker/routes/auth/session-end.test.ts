import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { signedInSchema } from '#core/contract/identity';
import { connectControl } from '#core/db/connect';
import { memberships, sessions, users } from '#core/db/schema/control';
import { auditEvents } from '#core/db/schema/tenant';
import { idEquals } from '#core/store/id-equals';
import { call } from '#core/testing/call';
import { mintApiKey, signInAgain, signUp } from '#core/testing/sign-up';

const db = connectControl(env.DB);
const refresh = (token: string) => call('POST', '/api/v1/auth/refresh', { json: { refresh_token: token } });
const me = (token: string) => call('GET', '/api/v1/auth/me', { token });
const actions = async (organizationId: string) =>
  (await db.select().from(auditEvents).where(idEquals(auditEvents.organizationId, organizationId))).map(
    (e) => e.action,
  );

describe('what ends an access token before its time', () => {
  const documents = (token: string) => call('GET', '/api/v1/documents', { token });

  test('signing out ends it for every route, at once', async () => {
    const owner = await signUp();
    expect((await documents(owner.accessToken)).status).toBe(200);
    await call('POST', '/api/v1/auth/logout', { token: owner.accessToken });
    expect((await documents(owner.accessToken)).status).toBe(401);
  });

  test.each([
    ['a suspended person', (id: string) => db.update(users).set({ status: 'suspended' }).where(idEquals(users.id, id))],
    [
      'a suspended membership',
      (id: string) => db.update(memberships).set({ status: 'suspended' }).where(idEquals(memberships.userId, id)),
    ],
    [
      'another role',
      (id: string) => db.update(memberships).set({ role: 'viewer' }).where(idEquals(memberships.userId, id)),
    ],
    [
      'a session revoked elsewhere',
      (id: string) => db.update(sessions).set({ revokedAt: 1 }).where(idEquals(sessions.userId, id)),
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
