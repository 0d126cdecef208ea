import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { roleListSchema, roleSchema } from '#core/contract/roles';
import { connectControl } from '#core/db/connect';
import { auditEvents } from '#core/db/schema/tenant';
import type { Permission } from '#core/domain/permissions';
import { call, problemOf } from '#core/testing/call';
import { addMember } from '#core/testing/members';
import { mintApiKey, type Owner, signInAgain, signUp } from '#core/testing/sign-up';

const db = connectControl(env.DB);
const create = (by: Pick<Owner, 'accessToken'>, name: string, permissions: readonly Permission[]) =>
  call('POST', '/api/v1/roles', { token: by.accessToken, json: { name, permissions } });
const made = async (by: Owner, name: string, permissions: readonly Permission[]) =>
  roleSchema.parse((await create(by, name, permissions)).json);
const change = (by: Owner, id: string, json: unknown) =>
  call('PATCH', `/api/v1/roles/${id}`, { token: by.accessToken, json });
const drop = (by: Owner, id: string) => call('DELETE', `/api/v1/roles/${id}`, { token: by.accessToken });

describe('roles', () => {
  test('the list has the twelve built-in ones and the organization’s own, each with its members', async () => {
    const owner = await signUp();
    await made(owner, 'Night shift', ['documents.read']);
    const { data } = roleListSchema.parse((await call('GET', '/api/v1/roles', { token: owner.accessToken })).json);
    expect(data.map((role) => role.kind)).toEqual([...Array<string>(12).fill('built_in'), 'custom']);
    expect(data.find((role) => role.id === 'owner')).toMatchObject({ member_count: 1 });
  });

  test('a custom role grants what it names, in tokens, invitations and answers', async () => {
    const owner = await signUp();
    const role = await made(owner, 'Night shift', ['documents.read', 'documents.create']);
    const member = await addMember(owner, role.id);
    const me = await call('GET', '/api/v1/auth/me', { token: member.accessToken });
    expect(me.json).toMatchObject({
      organization: { role: role.id, role_name: 'Night shift' },
      permissions: ['documents.read', 'documents.create'],
    });
    expect((await call('GET', '/api/v1/documents', { token: member.accessToken })).status).toBe(200);
    expect((await call('GET', '/api/v1/members', { token: member.accessToken })).status).toBe(403);
  });

  test('a smaller custom role shrinks tokens and keys at once, and the audit log says how', async () => {
    const owner = await signUp();
    const role = await made(owner, 'Keeper', ['documents.read', 'api_keys.manage', 'usage.read']);
    const member = await addMember(owner, role.id);
    const key = await mintApiKey(member);
    const uses = (token: string) => call('GET', '/api/v1/usage', { token });
    expect([(await uses(member.accessToken)).status, (await uses(key.secret)).status]).toEqual([200, 200]);
    expect((await change(owner, role.id, { permissions: ['documents.read'] })).status).toBe(200);
    expect([(await uses(member.accessToken)).status, (await uses(key.secret)).status]).toEqual([401, 403]);
    const fresh = await signInAgain(member);
    expect((await uses(fresh.accessToken)).status).toBe(403);
    const events = await db.select().from(auditEvents).where(eq(auditEvents.targetId, role.id));
    const changes = events.find((event) => event.action === 'role.updated')?.changes;
    expect(JSON.parse(changes ?? '{}')).toMatchObject({
      permissions: [['documents.read', 'api_keys.manage', 'usage.read'], ['documents.read']],
    });
  });

  test('nobody makes, widens or ends a role beyond what they hold', async () => {
    const owner = await signUp();
    const key = await mintApiKey(owner, ['roles.manage', 'documents.read']);
    const narrow = { ...owner, accessToken: key.secret };
    const refused = await create(narrow, 'Wide', ['billing.manage']);
    expect([refused.status, problemOf(refused).detail]).toEqual([403, expect.stringContaining('billing.manage')]);
    const small = await made(narrow, 'Small', ['documents.read']);
    expect((await change(narrow, small.id, { permissions: ['documents.delete'] })).status).toBe(403);
    const wide = await made(owner, 'Wide', ['billing.manage']);
    expect((await change(narrow, wide.id, { permissions: ['documents.read'] })).status).toBe(403);
    expect((await drop(narrow, wide.id)).status).toBe(403);
  });

  test('a name is there once, however written, and never a built-in one', async () => {
    const owner = await signUp();
    await made(owner, 'Night shift', ['documents.read']);
    for (const name of ['NIGHT SHIFT', ' night shift ', 'Owner', 'ａｄｍｉｎ']) {
      expect([name, (await create(owner, name, ['documents.read'])).status]).toEqual([name, 409]);
    }
    const sides = await Promise.all(Array.from({ length: 3 }, () => create(owner, 'Same', ['documents.read'])));
    expect(sides.map((answer) => answer.status).toSorted()).toEqual([201, 409, 409]);
  });

  test('a role somebody has stays; a built-in one is no role to change', async () => {
    const owner = await signUp();
    const role = await made(owner, 'Busy', ['documents.read']);
    const member = await addMember(owner, role.id);
    expect(problemOf(await drop(owner, role.id)).code).toBe('conflict');
    await call('DELETE', `/api/v1/members/${member.memberId}`, { token: owner.accessToken });
    expect((await drop(owner, role.id)).status).toBe(204);
    expect((await change(owner, 'viewer', { permissions: ['billing.manage'] })).status).toBe(404);
    expect((await drop(owner, 'viewer')).status).toBe(404);
  });

  test('another organization’s role is no role here', async () => {
    const [owner, other] = [await signUp(), await signUp()];
    const theirs = await made(other, 'Theirs', ['documents.read']);
    const answer = await call('POST', '/api/v1/invitations', {
      token: owner.accessToken,
      json: { email: `x-${owner.email}`, role: theirs.id },
    });
    expect(problemOf(answer).errors?.[0]?.path).toBe('json.role');
  });
});
