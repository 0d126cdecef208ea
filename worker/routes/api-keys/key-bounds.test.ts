import { describe, expect, test } from 'vitest';
import { createdApiKeySchema } from '#core/contract/api-keys';
import { call, problemOf } from '#core/testing/call';
import { mintOrganization, mintPerson } from '#core/testing/mint-person';

/** A thief of a restricted key must not be able to use it to get an unrestricted one. */

const HERE = { 'cf-connecting-ip': '203.0.113.9' };
const SOON = new Date(Date.now() + 3_600_000).toISOString();
const LATER = new Date(Date.now() + 7_200_000).toISOString();

const ask = (method: string, path: string, token: string, json?: unknown) =>
  call(method, `/api/v1/api-keys${path}`, { token, headers: HERE, ...(json === undefined ? {} : { json }) });

async function mint(token: string, terms: object) {
  return createdApiKeySchema.parse((await ask('POST', '', token, { name: 'key', ...terms })).json);
}

async function scene() {
  const owner = await mintPerson(await mintOrganization(), 'owner');
  return {
    owner,
    bound: await mint(owner.accessToken, { allowed_networks: ['203.0.113.0/24'], expires_at: SOON }),
    free: await mint(owner.accessToken, {}),
  };
}

describe('a key bound to networks and to an end', () => {
  test.each([
    ['takes its own networks away', { allowed_networks: null }],
    ['widens its own networks', { allowed_networks: ['203.0.112.0/23'] }],
    ['adds another network', { allowed_networks: ['203.0.113.0/24', '::/0'] }],
  ])('never %s', async (_name, body) => {
    const { bound } = await scene();
    const answer = await ask('PATCH', `/${bound.id}`, bound.secret, body);
    expect([answer.status, problemOf(answer).code]).toEqual([403, 'forbidden']);
  });

  test.each([
    ['without networks', { expires_at: SOON }],
    ['with a wider network', { allowed_networks: ['203.0.0.0/16'], expires_at: SOON }],
    [
      'with its network in another form and one more',
      { allowed_networks: ['::ffff:203.0.113.7', '198.51.100.1'], expires_at: SOON },
    ],
    ['without an end', { allowed_networks: ['203.0.113.7'] }],
    ['with a later end', { allowed_networks: ['203.0.113.7'], expires_at: LATER }],
  ])('makes no key %s', async (_name, terms) => {
    const { bound } = await scene();
    const answer = await ask('POST', '', bound.secret, { name: 'unbound', ...terms });
    expect([answer.status, problemOf(answer).code]).toEqual([403, 'forbidden']);
  });

  test('gets no secret of a freer key by rotating it, and changes none', async () => {
    const { bound, free } = await scene();
    for (const [method, path, json] of [
      ['POST', `/${free.id}/rotate`, {}],
      ['PATCH', `/${free.id}`, { name: 'mine' }],
      ['PATCH', `/${free.id}`, { allowed_networks: ['203.0.113.7'] }],
    ] as const) {
      const answer = await ask(method, path, bound.secret, json);
      expect([path, answer.status, problemOf(answer).code]).toEqual([path, 403, 'forbidden']);
    }
  });

  test('makes keys within its bounds, narrows and rotates itself', async () => {
    const { bound } = await scene();
    const terms = { allowed_networks: ['203.0.113.7', '::ffff:203.0.113.128/121'], expires_at: SOON };
    expect((await ask('POST', '', bound.secret, { name: 'narrower', ...terms })).status).toBe(201);
    expect((await ask('PATCH', `/${bound.id}`, bound.secret, { name: 'renamed' })).status).toBe(200);
    expect((await ask('POST', `/${bound.id}/rotate`, bound.secret, {})).status).toBe(201);
  });

  test('is freed by a person who may', async () => {
    const { owner, bound } = await scene();
    expect((await ask('PATCH', `/${bound.id}`, owner.accessToken, { allowed_networks: null })).status).toBe(200);
  });
});
