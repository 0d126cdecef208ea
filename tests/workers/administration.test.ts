import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { administratedUserListSchema, serverSettingsSchema } from '#core/contract/administration';
import { auditListSchema } from '#core/contract/audit';
import { type Identity, identitySchema } from '#core/contract/identity';
import { connectControl } from '#core/db/connect';
import { sessions } from '#core/db/schema/control';
import type { SessionId } from '#core/domain/id';
import { findAdministratorSession } from '#core/store/administrators';
import { makeAdministrator } from '#core/testing/administrator';
import { call, ORIGIN, problemOf } from '#core/testing/call';
import { untilMail } from '#core/testing/mail';
import { addMember } from '#core/testing/members';
import { PATIENCE_MS } from '#core/testing/patience';
import { addAuthenticator } from '#core/testing/second-factor';
import { mintApiKey, type Owner, ownerOf, signInAgain, signUp } from '#core/testing/sign-up';
import { appointFirstAdministrators } from '../../worker/services/administration/appoint.ts';
import { EXAMPLES } from './operation-examples.ts';
import { fillPath, protectedOperations } from './operations.ts';

async function administrator(): Promise<Owner> {
  const owner = await signUp('Server');
  await makeAdministrator(owner.userId);
  return owner;
}

const as = (method: string, who: Pick<Owner, 'accessToken'>, path: string, json?: unknown) =>
  call(method, `/api/v1${path}`, { token: who.accessToken, ...(json === undefined ? {} : { json }) });

const auditOf = async (owner: Pick<Owner, 'accessToken'>, query = '') =>
  auditListSchema.parse((await as('GET', owner, `/audit-logs${query}`)).json).data;

async function impersonated(by: Owner, of: Owner): Promise<{ accessToken: string }> {
  const answer = await as('POST', by, `/admin/users/${of.userId}/impersonate`, {
    organization_id: of.organizationId,
    reason: 'Support request 4711',
  });
  expect(answer.status, answer.text).toBe(200);
  expect(answer.json).not.toHaveProperty('refresh_token');
  const { access_token } = { access_token: '', ...Object(answer.json) };
  return { accessToken: String(access_token) };
}

describe('system administrators', () => {
  test('are appointed by the deployment once their address is confirmed, not before', async () => {
    const owner = await signUp();
    const control = connectControl(env.DB);
    const appoint = () =>
      appointFirstAdministrators({ control, firstAdministrators: [owner.email], now: () => Date.now() });
    await appoint();
    expect((await as('GET', owner, '/admin/users')).status).toBe(403);
    const { token } = await untilMail(owner.email, '/verify-email');
    await call('POST', '/api/v1/auth/verify-email', { json: { token }, token: owner.accessToken });
    await appoint();
    expect((await as('GET', await signInAgain(owner), '/admin/users')).status).toBe(200);
  });

  test('suspend a person: sessions and keys end at once, and both trails tell it', async () => {
    const [admin, owner] = [await administrator(), await signUp()];
    const [member, key] = [await addMember(owner), await mintApiKey(owner)];
    const path = `/admin/users/${member.userId}`;
    expect((await as('PATCH', admin, path, { status: 'suspended' })).status).toBe(200);
    expect((await as('GET', member, '/auth/me')).status).toBe(401);
    expect((await as('GET', { accessToken: key.secret }, '/auth/me')).status).toBe(200);
    const change = { action: 'user.status_changed', actor: { id: admin.userId }, target: { id: member.userId } };
    expect((await auditOf(owner))[0]).toMatchObject({ ...change, changes: { status: ['active', 'suspended'] } });
    const system = auditListSchema.parse((await as('GET', admin, `/admin/audit-logs?target=${member.userId}`)).json);
    expect(system.data[0]).toMatchObject(change);
    expect((await as('PATCH', admin, path, { status: 'active' })).status).toBe(200);
    expect((await signInAgain(member)).userId).toBe(member.userId);
  });

  test('suspend an organization: nobody works in it until it is let go on', async () => {
    const [admin, owner] = [await administrator(), await signUp()];
    const key = await mintApiKey(owner);
    const path = `/admin/organizations/${owner.organizationId}`;
    expect((await as('PATCH', admin, path, { status: 'suspended', plan: 'enterprise' })).status).toBe(200);
    expect((await as('GET', owner, '/documents')).status).toBe(401);
    expect((await as('GET', { accessToken: key.secret }, '/documents')).status).toBe(401);
    expect((await as('PATCH', admin, path, { status: 'active' })).status).toBe(200);
    const again = await signInAgain(owner);
    expect((await auditOf(again, '?action=organization.administrated')).map((event) => event.changes)).toEqual([
      { status: ['suspended', 'active'] },
      { plan: ['starter', 'enterprise'], status: ['active', 'suspended'] },
    ]);
  });

  test('find people by what they are called, and see nothing of what those work on', async () => {
    const [admin, owner] = [await administrator(), await signUp('Findable')];
    const found = administratedUserListSchema.parse(
      (await as('GET', admin, `/admin/users?q=${encodeURIComponent(owner.email.toUpperCase())}`)).json,
    );
    expect(found.data.map((each) => each.id)).toEqual([owner.userId]);
    expect(found.data[0]?.organizations).toMatchObject([{ organization_id: owner.organizationId, role: 'owner' }]);
    const upload = await EXAMPLES['getDocument']?.(owner);
    expect((await as('GET', admin, `/documents/${upload?.params?.['id']}`)).status).toBe(404);
  });

  test('see the settings, and no secret', async () => {
    const answer = await as('GET', await administrator(), '/admin/settings');
    const { data } = serverSettingsSchema.parse(answer.json);
    expect(data.find((each) => each.name === 'ACCESS_TOKEN_SECONDS')).toMatchObject({ value: '900', is_default: true });
    expect(data.find((each) => each.name === 'JWT_KEYS')?.value).toBeNull();
    for (const { secret } of JSON.parse(env.JWT_KEYS)) expect(answer.text).not.toContain(secret);
  });

  test('need a second factor of their own where the deployment says so', async () => {
    const admin = await administrator();
    const control = connectControl(env.DB);
    const [session] = await control.select().from(sessions).where(eq(sessions.userId, admin.userId));
    const acts = () => findAdministratorSession(control, admin.userId, session?.id as SessionId, Date.now(), true);
    expect(await acts()).toBeNull();
    await addAuthenticator(admin);
    expect(await acts()).toBe('fresh');
  });

  test('keep their power to people: not by a key, not for themselves, never without one left', async () => {
    const admin = await administrator();
    const key = await mintApiKey(admin);
    expect((await as('GET', { accessToken: key.secret }, '/admin/users')).status).toBe(403);
    const self = await as('PATCH', admin, `/admin/users/${admin.userId}`, { system_administrator: false });
    expect([self.status, problemOf(self).code]).toEqual([409, 'conflict']);
    const other = await administrator();
    expect((await as('PATCH', admin, `/admin/users/${other.userId}`, { system_administrator: false })).status).toBe(
      200,
    );
    expect((await as('GET', other, '/admin/users')).status).toBe(403);
  });
});

describe('working as somebody else', () => {
  test('is told with both ids and the reason, shows who is behind it, and ends when it is stopped', async () => {
    const [admin, owner] = [await administrator(), await signUp()];
    const token = await impersonated(admin, owner);
    const me: Identity = identitySchema.parse((await as('GET', token, '/auth/me')).json);
    expect([me.user.id, me.impersonated_by]).toEqual([owner.userId, admin.userId]);
    const [started] = await auditOf(owner, '?action=impersonation.started');
    expect(started).toMatchObject({
      actor: { id: admin.userId },
      target: { id: owner.userId },
      changes: { reason: [null, 'Support request 4711'] },
    });
    await as('POST', token, '/workspaces', { name: 'Made by support' });
    expect((await auditOf(owner, `?actor=${admin.userId}&action=workspace.created`))[0]?.actor).toEqual({
      kind: 'user',
      id: owner.userId,
      impersonator_id: admin.userId,
    });
    expect((await as('POST', token, '/auth/impersonation/stop')).status).toBe(204);
    expect((await as('GET', token, '/auth/me')).status).toBe(401);
    expect((await auditOf(owner, '?action=impersonation.stopped'))[0]?.actor).toMatchObject({
      id: owner.userId,
      impersonator_id: admin.userId,
    });
    expect((await as('GET', owner, '/auth/me')).status).toBe(200);
  });

  test('never touches credentials, people, keys, money or deletes: refused, and told', async () => {
    const [admin, owner] = [await administrator(), await signUp()];
    const token = await impersonated(admin, owner);
    const sensitive = protectedOperations.filter(
      ({ id, permission, method, tenant }) =>
        id !== 'stopImpersonation' &&
        ((permission === 'authenticated' && method !== 'get') ||
          method === 'delete' ||
          tenant === 'system' ||
          /^(members\.(invite|manage)|.*keys\.manage|roles\.manage|webhooks\.manage|billing\.manage|organization\.(update|delete)|audit\.export)$/.test(
            String(permission),
          )),
    );
    expect(sensitive.length).toBeGreaterThan(25);
    for (const operation of sensitive) {
      const answer = await call(operation.method.toUpperCase(), fillPath(operation.path, {}), {
        token: token.accessToken,
        ...(operation.jsonBody ? { json: {} } : {}),
      });
      expect([operation.id, answer.status]).toEqual([operation.id, 403]);
    }
    await expect
      .poll(async () => (await auditOf(owner, '?action=access.refused&limit=200')).length)
      .toBeGreaterThan(20);
    const [refused] = await auditOf(owner, '?action=access.refused');
    expect(refused).toMatchObject({ outcome: 'failure', actor: { impersonator_id: admin.userId } });
  });

  test('ends with the power it came from', async () => {
    const [admin, owner] = [await administrator(), await signUp()];
    const token = await impersonated(admin, owner);
    await as('PATCH', await administrator(), `/admin/users/${admin.userId}`, { system_administrator: false });
    await expect.poll(async () => (await as('GET', token, '/auth/me')).status, { timeout: PATIENCE_MS }).toBe(401);
  });

  test('needs a reason, a member there, and nobody who looks after the server', async () => {
    const [admin, owner, stranger] = [await administrator(), await signUp(), await signUp()];
    const path = `/admin/users/${owner.userId}/impersonate`;
    const ask = async (json: unknown, at = path) => (await as('POST', admin, at, json)).status;
    expect(await ask({ organization_id: owner.organizationId })).toBe(422);
    expect(await ask({ organization_id: owner.organizationId, reason: '   ' })).toBe(422);
    expect(await ask({ organization_id: stranger.organizationId, reason: 'Support request' })).toBe(404);
    const other = await administrator();
    const body = { organization_id: other.organizationId, reason: 'Support request' };
    expect(await ask(body, `/admin/users/${other.userId}/impersonate`)).toBe(403);
  });

  test('in a browser leaves the refresh cookie: after it the administrator goes on as themselves', async () => {
    const [admin, owner] = [await administrator(), await signUp()];
    const cookies = `__Host-nc_access=${admin.accessToken}`;
    const begun = await call('POST', `/api/v1/admin/users/${owner.userId}/impersonate`, {
      headers: { cookie: cookies, origin: ORIGIN },
      json: { organization_id: owner.organizationId, reason: 'Support request' },
    });
    const set = begun.headers.getSetCookie();
    expect(set).toHaveLength(1);
    expect(set[0]).toMatch(/^__Host-nc_access=/);
    expect(begun.json).not.toHaveProperty('access_token');
  });
});

test('a person who was helped finds no session of theirs that can be renewed', async () => {
  const [admin, owner] = [await administrator(), await signUp()];
  await impersonated(admin, owner);
  const again = await call('POST', '/api/v1/auth/refresh', { json: { refresh_token: owner.refreshToken } });
  expect(ownerOf(owner.email, again.json).userId).toBe(owner.userId);
});
