import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { apiKeyListSchema, apiKeySchema, apiKeyUsageSchema, createdApiKeySchema } from '#core/contract/api-keys';
import { identitySchema } from '#core/contract/identity';
import { workspaceSchema } from '#core/contract/workspaces';
import { connectControl } from '#core/db/connect';
import { apiKeys } from '#core/db/schema/control';
import { auditEvents } from '#core/db/schema/tenant';
import { permissionsFromBits } from '#core/domain/permissions';
import { sha256Hex } from '#core/security/digest';
import { idEquals } from '#core/store/id-equals';
import { untilRefusalTold } from '#core/testing/audit';
import { call, problemOf } from '#core/testing/call';
import { asRole, mintApiKey, type Owner, signUp } from '#core/testing/sign-up';

const db = connectControl(env.DB);
const create = (owner: Owner, body: unknown) =>
  call('POST', '/api/v1/api-keys', { token: owner.accessToken, json: body });
const works = async (secret: string) => (await call('GET', '/api/v1/auth/me', { token: secret })).status === 200;
const eventsOf = async (id: string) => db.select().from(auditEvents).where(eq(auditEvents.targetId, id));

const actionsOf = async (id: string) => (await eventsOf(id)).map(({ action }) => action);

/** Excludes refusals, which are written after the response. */
const changesOf = async (id: string) =>
  (await eventsOf(id)).filter(({ outcome }) => outcome === 'success').map(({ action }) => action);

describe('API keys', () => {
  test('the secret is shown once, works at once, and is stored as a hash only', async () => {
    const owner = await signUp();
    const key = createdApiKeySchema.strict().parse((await create(owner, { name: 'ci' })).json);
    expect(key.secret).toMatch(/^nc_live_[A-Za-z0-9_-]{43}$/);
    expect(key.secret.startsWith(key.prefix)).toBe(true);
    expect(await works(key.secret)).toBe(true);
    const list = await call('GET', '/api/v1/api-keys', { token: owner.accessToken });
    expect(list.text).not.toContain(key.secret);
    expect(apiKeyListSchema.parse(list.json).data.map((each) => each.id)).toEqual([key.id]);
    const [row] = await db.select().from(apiKeys).where(idEquals(apiKeys.id, key.id));
    expect(row?.hash).toBe(await sha256Hex(key.secret));
    expect(await changesOf(key.id)).toEqual(['api_key.created']);
  });

  test('a key never holds more than its creator, and the answer names what is missing', async () => {
    const owner = await signUp();
    const narrow = await mintApiKey(owner, ['api_keys.manage', 'documents.read']);
    const wider = await call('POST', '/api/v1/api-keys', {
      token: narrow.secret,
      json: { name: 'wider', permissions: ['documents.read', 'billing.manage'] },
    });
    expect(wider.status).toBe(403);
    expect(problemOf(wider).detail).toContain('billing.manage');
    const same = await call('POST', '/api/v1/api-keys', { token: narrow.secret, json: { name: 'same' } });
    expect(createdApiKeySchema.parse(same.json).permissions).toEqual(['documents.read', 'api_keys.manage']);
  });

  test('a smaller role of the creator shrinks the keys made under the larger one, at once', async () => {
    const owner = await signUp();
    const key = await mintApiKey(owner);
    expect((await call('GET', '/api/v1/audit-logs', { token: key.secret })).status).toBe(200);
    await asRole(owner, 'viewer');
    const refused = await call('GET', '/api/v1/audit-logs', { token: key.secret });
    expect(refused.status).toBe(403);
    expect(problemOf(refused).detail).toContain('audit.read');
  });

  test('a narrow key cannot rotate a wide one into its own hands', async () => {
    const owner = await signUp();
    const wide = await mintApiKey(owner);
    const narrow = await mintApiKey(owner, ['api_keys.manage']);
    const answer = await call('POST', `/api/v1/api-keys/${wide.id}/rotate`, { token: narrow.secret });
    expect(answer.status).toBe(403);
  });

  test('rotation hands out a new secret while the old one still works for the overlap', async () => {
    const owner = await signUp();
    const old = await mintApiKey(owner, ['documents.read']);
    const answer = await call('POST', `/api/v1/api-keys/${old.id}/rotate`, { token: owner.accessToken });
    expect(answer.status).toBe(201);
    const next = createdApiKeySchema.parse(answer.json);
    expect(next.id).not.toBe(old.id);
    expect(next.permissions).toEqual(['documents.read']);
    expect([await works(old.secret), await works(next.secret)]).toEqual([true, true]);
    const [row] = await db.select().from(apiKeys).where(idEquals(apiKeys.id, old.id));
    const left = (row?.expiresAt ?? 0) - Date.now();
    expect(left).toBeGreaterThan(86_000_000);
    expect(left).toBeLessThanOrEqual(86_400_000);
    await db
      .update(apiKeys)
      .set({ expiresAt: Date.now() - 1 })
      .where(idEquals(apiKeys.id, old.id));
    expect([await works(old.secret), await works(next.secret)]).toEqual([false, true]);
    expect(await changesOf(old.id)).toEqual(['api_key.created', 'api_key.rotated']);
  });

  test('rotation never lengthens the life of the old key', async () => {
    const owner = await signUp();
    const soon = Date.now() + 60_000;
    const key = createdApiKeySchema.parse(
      (await create(owner, { name: 'short', expires_at: new Date(soon).toISOString() })).json,
    );
    await call('POST', `/api/v1/api-keys/${key.id}/rotate`, { token: owner.accessToken });
    const [row] = await db.select().from(apiKeys).where(idEquals(apiKeys.id, key.id));
    expect(row?.expiresAt).toBe(soon);
  });

  test('a revoked key stops at once; revoking it again changes nothing and tells nothing', async () => {
    const owner = await signUp();
    const key = await mintApiKey(owner);
    for (let i = 0; i < 2; i++) {
      expect((await call('DELETE', `/api/v1/api-keys/${key.id}`, { token: owner.accessToken })).status).toBe(204);
    }
    expect(await works(key.secret)).toBe(false);
    expect(await changesOf(key.id)).toEqual(['api_key.created', 'api_key.revoked']);
    const rotated = await call('POST', `/api/v1/api-keys/${key.id}/rotate`, { token: owner.accessToken });
    expect([rotated.status, problemOf(rotated).code]).toEqual([409, 'conflict']);
    expect(await db.select().from(apiKeys).where(eq(apiKeys.organizationId, owner.organizationId))).toHaveLength(1);
  });

  test('a key with an end in the past, of no name or of unknown permissions is refused by path', async () => {
    const owner = await signUp();
    for (const [body, path] of [
      [{ name: 'x', expires_at: '2020-01-01T00:00:00Z' }, 'json.expires_at'],
      [{ name: '  ' }, 'json.name'],
      [{ name: 'x', permissions: ['everything'] }, 'json.permissions.0'],
    ] as const) {
      const answer = await create(owner, body);
      expect([answer.status, problemOf(answer).errors?.[0]?.path]).toEqual([422, path]);
    }
  });

  test('who signed out makes no more keys with the token that is left', async () => {
    const owner = await signUp();
    await call('POST', '/api/v1/auth/logout', { token: owner.accessToken });
    expect((await create(owner, { name: 'late' })).status).toBe(401);
  });

  test('the list goes on by cursor, newest first, without gaps or repeats', async () => {
    const owner = await signUp();
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.unshift((await mintApiKey(owner)).id);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? '' : `&cursor=${cursor}`;
      const answer = await call('GET', `/api/v1/api-keys?limit=2${query}`, { token: owner.accessToken });
      const page = apiKeyListSchema.parse(answer.json);
      seen.push(...page.data.map((key) => key.id));
      cursor = page.next_cursor;
    } while (cursor !== null);
    expect(seen.toSorted()).toEqual(ids.toSorted());
    const created = await db.select().from(apiKeys).where(eq(apiKeys.organizationId, owner.organizationId));
    const times = seen.map((id) => created.find((row) => row.id === id)?.createdAt ?? 0);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    const bad = await call('GET', '/api/v1/api-keys?cursor=nonsense', { token: owner.accessToken });
    expect([bad.status, problemOf(bad).code]).toEqual([400, 'bad_request']);
  });

  test('a key with a list of networks works from there only, and a refusal is told', async () => {
    const owner = await signUp();
    const key = createdApiKeySchema.parse(
      (await create(owner, { name: 'office', allowed_networks: ['203.0.113.0/24', '2001:db8::/32'] })).json,
    );
    const from = async (headers: Readonly<Record<string, string>>) =>
      (await call('GET', '/api/v1/auth/me', { token: key.secret, headers })).status;
    expect(await from({ 'cf-connecting-ip': '203.0.113.9' })).toBe(200);
    expect(await from({ 'cf-connecting-ip': '::ffff:203.0.113.9' })).toBe(200);
    expect(await from({ 'cf-connecting-ip': '2001:db8:1::1' })).toBe(200);
    expect(await from({ 'cf-connecting-ip': '198.51.100.1' })).toBe(403);
    expect(await from({})).toBe(403);
    const claimed = { 'x-forwarded-for': '203.0.113.9', 'x-real-ip': '203.0.113.9', forwarded: 'for=203.0.113.9' };
    expect(await from({ ...claimed, 'cf-connecting-ip': '198.51.100.1' })).toBe(403);
    await untilRefusalTold(owner.organizationId, key.id, 'address');
    const open = await call('PATCH', `/api/v1/api-keys/${key.id}`, {
      token: owner.accessToken,
      json: { allowed_networks: null },
    });
    expect(open.status).toBe(200);
    expect(await from({ 'cf-connecting-ip': '198.51.100.1' })).toBe(200);
    expect(await actionsOf(key.id)).toEqual(['api_key.created', 'api_key.refused', 'api_key.updated']);
  });

  test('what a key may do and where is changed without a new secret, at once, within what its editor holds', async () => {
    const owner = await signUp();
    const key = await mintApiKey(owner, ['documents.read']);
    const change = (token: string, json: unknown) => call('PATCH', `/api/v1/api-keys/${key.id}`, { token, json });
    const held = async () =>
      identitySchema.parse((await call('GET', '/api/v1/auth/me', { token: key.secret })).json).permissions;
    expect(await held()).toEqual(['documents.read']);
    const wider = await change(owner.accessToken, { permissions: ['documents.read', 'documents.create'] });
    expect([wider.status, await held()]).toEqual([200, ['documents.read', 'documents.create']]);
    const narrow = await mintApiKey(owner, ['api_keys.manage', 'documents.read', 'documents.create']);
    expect((await change(narrow.secret, { permissions: ['documents.delete'] })).status).toBe(403);
    expect(await held()).toEqual(['documents.read', 'documents.create']);

    const made = await call('POST', '/api/v1/workspaces', { token: owner.accessToken, json: { name: 'Invoices' } });
    const { id } = workspaceSchema.parse(made.json);
    const bound = await change(owner.accessToken, { workspace_id: id });
    expect(apiKeySchema.parse(bound.json).workspace_id).toBe(id);
    expect((await call('GET', '/api/v1/templates', { token: key.secret })).status).toBe(403);
    const nowhere = await change(owner.accessToken, { workspace_id: 'wsp_unknown' });
    expect([nowhere.status, problemOf(nowhere).errors?.[0]?.path]).toEqual([422, 'json.workspace_id']);
    const free = await change(owner.accessToken, { workspace_id: null });
    expect(apiKeySchema.parse(free.json)).toMatchObject({ workspace_id: null, name: 'test key' });
  });

  test('of two changes made side by side one holds, and neither undoes the other', async () => {
    const owner = await signUp();
    const key = await mintApiKey(owner, ['documents.read', 'documents.create']);
    const change = (json: unknown) => call('PATCH', `/api/v1/api-keys/${key.id}`, { token: owner.accessToken, json });
    const answers = await Promise.all([change({ permissions: ['documents.read'] }), change({ name: 'other' })]);
    const [narrowed, renamed] = answers.map(({ status }) => status);
    expect([narrowed, renamed].every((status) => status === 200 || status === 409)).toBe(true);
    const [row] = await db.select().from(apiKeys).where(idEquals(apiKeys.id, key.id));
    expect([...permissionsFromBits(row?.permissions ?? '')].length).toBe(narrowed === 200 ? 1 : 2);
    expect(row?.name === 'other').toBe(renamed === 200);
  });

  test('what is no network is refused by its place in the list', async () => {
    const owner = await signUp();
    const answer = await create(owner, { name: 'x', allowed_networks: ['203.0.113.0/24', '203.0.113.1/24'] });
    expect([answer.status, problemOf(answer).errors?.[0]?.path]).toEqual([422, 'json.allowed_networks.1']);
  });

  test('a narrow key opens no wider key up, and neither does a rotation', async () => {
    const owner = await signUp();
    const wide = createdApiKeySchema.parse((await create(owner, { name: 'w', allowed_networks: ['10.0.0.1'] })).json);
    const narrow = await mintApiKey(owner, ['api_keys.manage']);
    const json = { allowed_networks: null };
    const answer = await call('PATCH', `/api/v1/api-keys/${wide.id}`, { token: narrow.secret, json });
    expect(answer.status).toBe(403);
    const next = await call('POST', `/api/v1/api-keys/${wide.id}/rotate`, { token: owner.accessToken });
    expect(createdApiKeySchema.parse(next.json).allowed_networks).toEqual(['10.0.0.1']);
  });

  test('calls are counted by day, and the last use is known', async () => {
    const begun = Date.now();
    const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
    const owner = await signUp();
    const key = await mintApiKey(owner);
    for (let i = 0; i < 3; i++) await works(key.secret);
    const read = async () =>
      apiKeyUsageSchema.parse(
        (await call('GET', `/api/v1/api-keys/${key.id}/usage`, { token: owner.accessToken })).json,
      );
    await expect.poll(async () => (await read()).calls).toBe(3);
    // The three calls fall on two days if midnight passes between them.
    const { days } = await read();
    expect(days.reduce((sum, { calls }) => sum + calls, 0)).toBe(3);
    for (const { day } of days) expect(day >= dayOf(begun) && day <= dayOf(Date.now())).toBe(true);
    const [row] = await db.select().from(apiKeys).where(idEquals(apiKeys.id, key.id));
    expect(row?.lastUsedAt).toBeGreaterThanOrEqual(begun);
  });

  test('the list is narrowed by text and state', async () => {
    const owner = await signUp();
    const dead = createdApiKeySchema.parse((await create(owner, { name: 'Old Robot' })).json);
    const live = createdApiKeySchema.parse((await create(owner, { name: 'New Robot' })).json);
    await call('DELETE', `/api/v1/api-keys/${dead.id}`, { token: owner.accessToken });
    const ids = async (query: string) =>
      apiKeyListSchema
        .parse((await call('GET', `/api/v1/api-keys?${query}`, { token: owner.accessToken })).json)
        .data.map((each) => each.id);
    expect(await ids('q=robot')).toEqual([live.id, dead.id]);
    expect(await ids('status=active')).toEqual([live.id]);
    expect(await ids('status=revoked&q=old')).toEqual([dead.id]);
    expect(await ids('status=expired')).toEqual([]);
    expect(await ids(`q=${live.prefix}`)).toEqual([live.id]);
  });
});
