import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { permissionBits } from '#core/domain/permissions';
import { call, problemOf } from '#core/testing/call';
import { type MintedPerson, mintOrganization, mintPerson } from '#core/testing/mint-person';
import { addAuthenticator } from '#core/testing/second-factor';
import { mintApiKey, newEmail, PASSWORD, signInAgain, signUp } from '#core/testing/sign-up';
import { makeWorkspace, putInWorkspace } from '#core/testing/workspaces';
import { createApp } from '../../worker/app.ts';

/**
 * Revocation takes effect within seconds, even in an isolate that has just cached the credential. The rows are changed
 * directly in the database, as if by another isolate, so this isolate is not notified.
 */
const WITHIN_MS = 5_000;

/** The Worker with production cache times; the test defaults check keys in the database every time. */
const production = { SESSION_CHECK_SECONDS: '', API_KEY_CHECK_SECONDS: '' };
const app = createApp({ ...env, ...production });

async function statusOf(token: string, path: string): Promise<number> {
  const request = new Request(`https://api.test/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
  const response = await app(request, createExecutionContext());
  await response.arrayBuffer();
  return response.status;
}

interface Scene {
  readonly owner: MintedPerson;
  readonly member: MintedPerson;
  /** An API key of the member, with all of the member's permissions. */
  readonly key: { readonly id: string; readonly secret: string };
}

interface Ending {
  /** SQL of the revocation, and its parameters. */
  readonly sql: string;
  readonly binds: (scene: Scene) => readonly (string | number)[];
  /** Responses to the member's token and key after the revocation; omitted if they stay valid. */
  readonly token?: number;
  readonly key?: number;
}

const ofMember = ({ member }: Scene) => [member.userId];
const ofMembership = ({ member }: Scene) => [member.memberId];
const ofKey = ({ key }: Scene) => [key.id];

/** Requests the list of roles, which administrators may read and viewers may not. */
const PATH = '/roles';
const ENDINGS: Readonly<Record<string, Ending>> = {
  'a suspended person': {
    sql: `UPDATE users SET status = 'suspended' WHERE id = ?`,
    binds: ofMember,
    token: 401,
    key: 401,
  },
  'a session revoked, by a changed password for one': {
    sql: `UPDATE sessions SET revoked_at = 1, revoked_reason = 'password' WHERE user_id = ?`,
    binds: ofMember,
    token: 401,
  },
  'a suspended organization': {
    sql: `UPDATE organizations SET status = 'suspended' WHERE id = ?`,
    binds: ({ owner }) => [owner.organizationId],
    token: 401,
    key: 401,
  },
  'a member removed': { sql: 'DELETE FROM memberships WHERE id = ?', binds: ofMembership, token: 401, key: 401 },
  'a membership suspended': {
    sql: `UPDATE memberships SET status = 'suspended' WHERE id = ?`,
    binds: ofMembership,
    token: 401,
    key: 401,
  },
  'another role': {
    sql: `UPDATE memberships SET role = 'viewer' WHERE id = ?`,
    binds: ofMembership,
    token: 401,
    key: 403,
  },
  'a key revoked': { sql: 'UPDATE api_keys SET revoked_at = 1 WHERE id = ?', binds: ofKey, key: 401 },
  'a key past its end': { sql: 'UPDATE api_keys SET expires_at = 1 WHERE id = ?', binds: ofKey, key: 401 },
  'a key bound to networks': {
    sql: `UPDATE api_keys SET allowed_networks = '["192.0.2.0/24"]' WHERE id = ?`,
    binds: ofKey,
    key: 403,
  },
  'a key with fewer permissions': {
    sql: `UPDATE api_keys SET permissions = '${permissionBits(['documents.read'])}' WHERE id = ?`,
    binds: ofKey,
    key: 403,
  },
};

/** The Workers' clock is controlled by the test, so that nothing depends on the machine's speed. */
beforeEach(() => void vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

async function play(ending: Ending): Promise<{ readonly token: number; readonly key: number }> {
  const organizationId = await mintOrganization();
  const owner = await mintPerson(organizationId, 'owner');
  // May create keys.
  const member = await mintPerson(organizationId, 'admin');
  const scene = { owner, member, key: await mintApiKey(member) };
  const both = async () => ({
    token: await statusOf(member.accessToken, PATH),
    key: await statusOf(scene.key.secret, PATH),
  });
  expect(await both()).toEqual({ token: 200, key: 200 });
  await env.DB.prepare(ending.sql)
    .bind(...ending.binds(scene))
    .run();
  vi.setSystemTime(Date.now() + WITHIN_MS);
  return both();
}

describe('within five seconds ends', () => {
  test.each(Object.entries(ENDINGS))('%s', async (_name, ending) => {
    expect(await play(ending)).toEqual({ token: ending.token ?? 200, key: ending.key ?? 200 });
  });

  test('a place in a restricted workspace', async () => {
    const owner = await signUp();
    const member = await mintPerson(owner.organizationId, 'user');
    const { id } = await makeWorkspace(owner);
    await putInWorkspace(owner, id, member.memberId, 'viewer');
    expect(await statusOf(member.accessToken, `/workspaces/${id}`)).toBe(200);
    await env.DB.prepare('DELETE FROM workspace_members WHERE membership_id = ?').bind(member.memberId).run();
    vi.setSystemTime(Date.now() + WITHIN_MS);
    expect(await statusOf(member.accessToken, `/workspaces/${id}`)).toBe(404);
  });
});

describe('at once, because it is sensitive, is refused', () => {
  const invite = (token: string) =>
    call('POST', '/api/v1/invitations', { token, json: { email: newEmail(), role: 'viewer' } });

  test('who has no second factor and is asked for one by now; and may set one up, and goes on', async () => {
    const owner = await signUp();
    const admin = await mintPerson(owner.organizationId, 'admin');
    await env.DB.prepare(`INSERT INTO sign_in_policies VALUES (?, 'administrators', 1)`)
      .bind(owner.organizationId)
      .run();
    for (const { accessToken } of [owner, admin]) {
      const refused = await invite(accessToken);
      expect([refused.status, problemOf(refused).code]).toEqual([403, 'mfa_required']);
    }
    const policy = `/api/v1/organizations/${owner.organizationId}/sign-in-policy`;
    const lifted = await call('PATCH', policy, { token: owner.accessToken, json: { mfa_required: 'off' } });
    expect(problemOf(lifted).code).toBe('mfa_required');
    await addAuthenticator(admin);
    expect((await invite(admin.accessToken)).status).toBe(201);
  });

  test('whose role grants less than the token says', async () => {
    const owner = await signUp();
    const admin = await mintPerson(owner.organizationId, 'admin');
    expect(await statusOf(admin.accessToken, PATH)).toBe(200);
    await env.DB.prepare(`UPDATE memberships SET role = 'viewer' WHERE id = ?`).bind(admin.memberId).run();
    expect((await invite(admin.accessToken)).status).toBe(401);
  });

  test('who was removed', async () => {
    const owner = await signUp();
    const admin = await mintPerson(owner.organizationId, 'admin');
    expect(await statusOf(admin.accessToken, PATH)).toBe(200);
    await env.DB.prepare('DELETE FROM memberships WHERE id = ?').bind(admin.memberId).run();
    expect((await invite(admin.accessToken)).status).toBe(401);
  });

  test('a session of before the password was changed elsewhere; the one that changed it goes on', async () => {
    const owner = await signUp();
    const other = await signInAgain(owner);
    expect(await statusOf(other.accessToken, PATH)).toBe(200);
    const json = { current_password: PASSWORD, new_password: 'an entirely different one' };
    expect((await call('POST', '/api/v1/auth/change-password', { token: owner.accessToken, json })).status).toBe(204);
    expect((await invite(other.accessToken)).status).toBe(401);
    expect(await statusOf(other.accessToken, PATH)).toBe(401);
    expect((await invite(owner.accessToken)).status).toBe(201);
  });
});
