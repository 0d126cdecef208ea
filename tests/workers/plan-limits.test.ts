import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { createdApiKeySchema } from '#core/contract/api-keys';
import { problemSchema } from '#core/contract/problem';
import { DEFAULT_PLAN_LIMITS, PLANS } from '#core/domain/plans';
import { call } from '#core/testing/call';
import { addMember, invite } from '#core/testing/members';
import { mintPerson } from '#core/testing/mint-person';
import { type Owner, PASSWORD, signUp } from '#core/testing/sign-up';
import { createApp } from '../../worker/app.ts';

/** Plan limits are never exceeded, however many requests are concurrent. */

const PLAN_LIMITS = JSON.stringify({
  starter: { organizations: 2, members: 3, workspaces: 2, api_keys: 2 },
  professional: { organizations: 3, members: 4, workspaces: 3, api_keys: 3 },
});
const app = createApp({ ...env, PLAN_LIMITS });

async function ask(owner: Pick<Owner, 'accessToken'> | null, method: string, path: string, json?: unknown) {
  const headers = new Headers({ 'content-type': 'application/json' });
  if (owner) headers.set('authorization', `Bearer ${owner.accessToken}`);
  const init = { method, headers, ...(json === undefined ? {} : { body: JSON.stringify(json) }) };
  const execution = createExecutionContext();
  const response = await app(new Request(`https://api.test/api/v1${path}`, init), execution);
  const text = await response.text();
  await waitOnExecutionContext(execution);
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  return { outcome: response.status < 400 ? 'made' : problemSchema.parse(body).code, body };
}

const upgrade = (owner: Owner) =>
  env.DB.prepare(`UPDATE organizations SET plan = 'professional' WHERE id = ?`).bind(owner.organizationId).run();

let names = 0;
const MAKING = {
  organizations: { path: '/organizations', json: () => ({ name: `Plan ${++names}` }), present: 1 },
  members: {
    path: '/invitations',
    json: () => ({ email: `plan-${++names}-${Date.now()}@example.com`, role: 'viewer' }),
    present: 1,
  },
  workspaces: { path: '/workspaces', json: () => ({ name: `Plan ${++names}` }), present: 0 },
  api_keys: { path: '/api-keys', json: () => ({ name: `Plan ${++names}` }), present: 0 },
} as const;

test.each(Object.entries(MAKING))('%s: as many as the plan allows, more by a larger plan', async (bound, making) => {
  const { path, json, present } = making;
  const owner = await signUp();
  const most = bound === 'members' ? 3 : 2;
  // Concurrently, because a limit that is read first and written later would be exceeded.
  const outcomes = await Promise.all(
    Array.from({ length: 5 }, async () => (await ask(owner, 'POST', path, json())).outcome),
  );
  expect(outcomes.filter((each) => each === 'made')).toHaveLength(most - present);
  expect(outcomes.filter((each) => each === 'plan_limit_reached')).toHaveLength(5 - most + present);
  await upgrade(owner);
  expect((await ask(owner, 'POST', path, json())).outcome).toBe('made');
  expect((await ask(owner, 'POST', path, json())).outcome).toBe('plan_limit_reached');
});

test('what has ended makes room: a revoked key, a revoked invitation, a member who went', async () => {
  const owner = await signUp();
  const [key] = await Promise.all([0, 1].map(() => ask(owner, 'POST', '/api-keys', { name: 'key' })));
  expect((await ask(owner, 'POST', '/api-keys', { name: 'key' })).outcome).toBe('plan_limit_reached');
  await ask(owner, 'DELETE', `/api-keys/${createdApiKeySchema.parse(key?.body).id}`);
  expect((await ask(owner, 'POST', '/api-keys', { name: 'key' })).outcome).toBe('made');
  const [open] = [await invite(owner), await invite(owner)];
  expect((await ask(owner, 'POST', '/invitations', MAKING.members.json())).outcome).toBe('plan_limit_reached');
  await ask(owner, 'DELETE', `/invitations/${open.id}`);
  expect((await ask(owner, 'POST', '/invitations', MAKING.members.json())).outcome).toBe('made');
});

test('an invitation of before opens no full organization, and works once there is room', async () => {
  const owner = await signUp();
  const registering = await invite(owner);
  const known = await signUp('Elsewhere');
  const accepting = await invite(owner, 'viewer', known.email);
  const [one] = [await mintPerson(owner.organizationId, 'viewer'), await mintPerson(owner.organizationId, 'viewer')];
  const register = () =>
    ask(null, 'POST', '/auth/invitation/register', {
      token: registering.token,
      password: PASSWORD,
      first_name: 'A',
      last_name: 'B',
    });
  const accept = () => ask(known, 'POST', '/auth/invitation/accept', { token: accepting.token });
  expect([(await register()).outcome, (await accept()).outcome]).toEqual(['plan_limit_reached', 'plan_limit_reached']);
  await ask(owner, 'DELETE', `/members/${one.memberId}`);
  expect((await accept()).outcome).toBe('made');
  expect((await register()).outcome).toBe('plan_limit_reached');
});

test('nothing that there is goes when a plan becomes smaller', async () => {
  const owner = await signUp();
  const member = await addMember(owner);
  for (let i = 0; i < 3; i++) await mintPerson(owner.organizationId, 'viewer');
  expect((await ask(member, 'GET', '/auth/me')).outcome).toBe('made');
  expect((await call('GET', '/api/v1/members', { token: owner.accessToken })).status).toBe(200);
});

test('a larger plan allows no less of anything', () => {
  for (const [index, plan] of PLANS.entries()) {
    const smaller = PLANS[index - 1];
    if (!smaller) continue;
    for (const [bound, most] of Object.entries(DEFAULT_PLAN_LIMITS[plan])) {
      const before = Object.entries(DEFAULT_PLAN_LIMITS[smaller]).find(([name]) => name === bound);
      expect(most).toBeGreaterThan(before?.[1] ?? 0);
    }
  }
});
