import { expect, test } from 'vitest';
import { auditListSchema } from '#core/contract/audit';
import { call } from '#core/testing/call';
import { mintApiKey, type Owner, signUp } from '#core/testing/sign-up';

const read = async (owner: Owner, query = '') =>
  auditListSchema.parse((await call('GET', `/api/v1/audit-logs${query}`, { token: owner.accessToken })).json);

test('says who did what to what, from where, in which request, and nothing of other organizations', async () => {
  const [owner, stranger] = [await signUp(), await signUp()];
  await mintApiKey(stranger);
  const made = await call('POST', '/api/v1/api-keys', {
    token: owner.accessToken,
    json: { name: 'ci' },
    headers: { 'cf-connecting-ip': '203.0.113.9', 'user-agent': 'check/1' },
  });
  const { data } = await read(owner);
  expect(data.map((event) => event.action)).toEqual(['api_key.created', 'organization.created']);
  expect(data[0]).toMatchObject({
    outcome: 'success',
    actor: { kind: 'user', id: owner.userId },
    target: { kind: 'api_key' },
    organization_id: owner.organizationId,
    request_id: made.headers.get('x-request-id'),
    ip: '203.0.113.9',
    user_agent: 'check/1',
    changes: { name: [null, 'ci'] },
  });
  expect(JSON.stringify(data)).not.toMatch(/nc_live_/);
});

test('each filter narrows the list, and the cursor goes through all of it once', async () => {
  const owner = await signUp();
  const key = await mintApiKey(owner);
  for (let i = 0; i < 4; i++) await call('POST', '/api/v1/api-keys', { token: key.secret, json: { name: `k${i}` } });
  const count = async (query: string) => (await read(owner, query)).data.length;
  expect(await count('')).toBe(6);
  expect(await count('?action=organization.created')).toBe(1);
  expect(await count('?q=API_KEY')).toBe(5);
  expect(await count(`?q=${key.id}`)).toBe(1);
  expect(await count('?q=%25')).toBe(0);
  expect(await count(`?actor=${key.id}`)).toBe(4);
  expect(await count('?from=2099-01-01T00:00:00Z')).toBe(0);
  expect(await count('?to=2099-01-01T00:00:00Z')).toBe(6);
  const seen: string[] = [];
  let page = await read(owner, '?limit=4');
  seen.push(...page.data.map((event) => event.id));
  while (page.next_cursor !== null) {
    page = await read(owner, `?limit=4&cursor=${page.next_cursor}`);
    seen.push(...page.data.map((event) => event.id));
  }
  expect(new Set(seen).size).toBe(6);
  expect(seen).toHaveLength(6);
});
