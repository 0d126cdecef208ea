import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { call, problemOf } from '#core/testing/call';
import { addMember } from '#core/testing/members';
import { mintApiKey, type Owner, signUp } from '#core/testing/sign-up';

/** A request repeated with its `Idempotency-Key` takes effect once. */

const create = (token: string, key: string, name = 'repeated', path = '/api/v1/api-keys') =>
  call('POST', path, { token, json: { name }, headers: { 'idempotency-key': key } });

async function countKeys(owner: Owner): Promise<number> {
  const sql = `SELECT count(*) AS n FROM api_keys WHERE organization_id = ? AND name = 'repeated'`;
  return (await env.DB.prepare(sql).bind(owner.organizationId).first<number>('n')) ?? -1;
}

test('whoever repeats it gets the first answer again, byte by byte, also one with a secret', async () => {
  const owner = await signUp();
  const [first, again] = [await create(owner.accessToken, 'a'), await create(owner.accessToken, 'a')];
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(again.text).toBe(first.text);
  expect(first.headers.get('idempotency-replayed')).toBeNull();
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect(again.headers.get('content-type')).toBe(first.headers.get('content-type'));
  expect(await countKeys(owner)).toBe(1);
});

test('eight at the same time are done once', async () => {
  const owner = await signUp();
  const answers = await Promise.all(Array.from({ length: 8 }, () => create(owner.accessToken, 'race')));
  expect(await countKeys(owner)).toBe(1);
  const made = answers.filter((answer) => answer.status === 201);
  expect(new Set(made.map((answer) => answer.text)).size).toBe(1);
  for (const answer of answers.filter((each) => each.status !== 201)) {
    expect(problemOf(answer).code).toBe('not_ready');
    expect(answer.headers.get('retry-after')).toBe('1');
  }
});

test('the key for another request is refused, and nothing is done', async () => {
  const owner = await signUp();
  await create(owner.accessToken, 'b');
  const other = await create(owner.accessToken, 'b', 'something else');
  expect([other.status, problemOf(other).code]).toEqual([422, 'idempotency_mismatch']);
});

test('what was refused may be tried again under the same key', async () => {
  const owner = await signUp();
  expect((await create(owner.accessToken, 'c', '')).status).toBe(422);
  expect((await create(owner.accessToken, 'c')).status).toBe(201);
});

test('the key of one caller or operation says nothing about another', async () => {
  const owner = await signUp();
  const member = await addMember(owner, 'admin');
  const { secret } = await mintApiKey(owner);
  const texts = new Set<string>();
  for (const token of [owner.accessToken, member.accessToken, secret]) texts.add((await create(token, 'd')).text);
  expect(texts.size).toBe(3);
  expect((await create(owner.accessToken, 'd', 'repeated', '/api/v1/workspaces')).status).toBe(201);
  const stranger = await signUp();
  expect((await create(stranger.accessToken, 'd')).headers.get('idempotency-replayed')).toBeNull();
});

test('who may ask no more gets no answer again', async () => {
  const owner = await signUp();
  const key = await mintApiKey(owner);
  await create(key.secret, 'e');
  await call('DELETE', `/api/v1/api-keys/${key.id}`, { token: owner.accessToken });
  expect((await create(key.secret, 'e')).status).toBe(401);
});

test('a request whose Worker vanished, and one that was kept its time, are done again', async () => {
  const owner = await signUp();
  const age = (set: string) =>
    env.DB.prepare(`UPDATE idempotent_requests SET ${set} WHERE organization_id = ?`).bind(owner.organizationId).run();
  await create(owner.accessToken, 'f');
  await age('created_at = created_at - 86400001');
  expect((await create(owner.accessToken, 'f')).headers.get('idempotency-replayed')).toBeNull();
  await age('status = NULL');
  expect(problemOf(await create(owner.accessToken, 'f')).code).toBe('not_ready');
  await age('created_at = created_at - 61000');
  expect((await create(owner.accessToken, 'f')).status).toBe(201);
  expect(await countKeys(owner)).toBe(3);
});

test('a key of no length, or of too much, is refused; what is kept is no plain text', async () => {
  const owner = await signUp();
  expect((await create(owner.accessToken, 'x'.repeat(256))).status).toBe(400);
  const secret = Object((await create(owner.accessToken, 'g')).json).secret;
  const rows = await env.DB.prepare('SELECT * FROM idempotent_requests WHERE organization_id = ?')
    .bind(owner.organizationId)
    .all();
  expect(rows.results).toHaveLength(1);
  expect(JSON.stringify(rows.results)).not.toContain(secret);
});
