import { env } from 'cloudflare:workers';
import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { effectivePermissionsSchema, memberListSchema } from '#core/contract/members';
import { connectControl } from '#core/db/connect';
import { memberships } from '#core/db/schema/control';
import { auditEvents } from '#core/db/schema/tenant';
import { permissionsOfRole } from '#core/domain/roles';
import { idEquals } from '#core/store/id-equals';
import { call, problemOf } from '#core/testing/call';
import { addMember, memberIdOf } from '#core/testing/members';
import { asRole, mintApiKey, type Owner, signInAgain, signUp } from '#core/testing/sign-up';

const db = connectControl(env.DB);
const patch = (by: Owner, id: string, json: unknown) =>
  call('PATCH', `/api/v1/members/${id}`, { token: by.accessToken, json });
const remove = (by: Owner, id: string) => call('DELETE', `/api/v1/members/${id}`, { token: by.accessToken });
const reads = async (token: string) => (await call('GET', '/api/v1/documents', { token })).status;
const owners = async (organizationId: string) =>
  db
    .select()
    .from(memberships)
    .where(
      and(
        idEquals(memberships.organizationId, organizationId),
        eq(memberships.role, 'owner'),
        eq(memberships.status, 'active'),
      ),
    );

describe('a change of role', () => {
  test('holds at once for sessions and keys, and the audit log says from what to what', async () => {
    const owner = await signUp();
    const member = await addMember(owner, 'manager');
    expect((await call('GET', '/api/v1/roles', { token: member.accessToken })).status).toBe(200);
    const changed = await patch(owner, member.memberId, { role: 'viewer' });
    expect(changed.json).toMatchObject({ role: 'viewer', role_name: 'viewer', status: 'active' });
    expect((await call('GET', '/api/v1/roles', { token: member.accessToken })).status).toBe(401);
    const fresh = await signInAgain(member);
    expect((await call('GET', '/api/v1/roles', { token: fresh.accessToken })).status).toBe(403);
    const events = await db.select().from(auditEvents).where(eq(auditEvents.targetId, member.memberId));
    expect(events.map((event) => [event.action, event.changes])).toEqual([
      ['member.updated', expect.stringContaining('"role":["manager","viewer"]')],
    ]);
  });

  test('grants nothing the granter does not hold, and takes nothing from who holds more', async () => {
    const owner = await signUp();
    const admin = await addMember(owner, 'admin');
    const user = await addMember(owner, 'user');
    const raised = await patch(admin, user.memberId, { role: 'owner' });
    expect([raised.status, problemOf(raised).detail]).toEqual([403, expect.stringContaining('billing.manage')]);
    const ownerId = await memberIdOf(owner, owner.userId);
    for (const json of [{ role: 'viewer' }, { status: 'suspended' }]) {
      expect((await patch(admin, ownerId, json)).status).toBe(403);
    }
    expect((await remove(admin, ownerId)).status).toBe(403);
    expect((await patch(admin, user.memberId, { role: 'admin' })).status).toBe(200);
  });

  test('is never of one’s own, and of no role that is not there', async () => {
    const owner = await signUp();
    const own = await memberIdOf(owner, owner.userId);
    expect((await patch(owner, own, { role: 'admin' })).status).toBe(403);
    expect((await remove(owner, own)).status).toBe(403);
    const member = await addMember(owner);
    const unknown = await patch(owner, member.memberId, { role: 'emperor' });
    expect([unknown.status, problemOf(unknown).errors?.[0]?.path]).toEqual([422, 'json.role']);
  });

  test('a narrow key grants no more than it holds', async () => {
    const owner = await signUp();
    const member = await addMember(owner, 'viewer');
    const { secret } = await mintApiKey(owner, ['members.manage', ...permissionsOfRole('viewer')]);
    const raised = await call('PATCH', `/api/v1/members/${member.memberId}`, { token: secret, json: { role: 'user' } });
    expect(raised.status).toBe(403);
  });
});

test('who is suspended is out at once, keys included, and back in when let', async () => {
  const owner = await signUp();
  const member = await addMember(owner, 'developer');
  const { secret } = await mintApiKey(member, ['documents.read']);
  expect([await reads(member.accessToken), await reads(secret)]).toEqual([200, 200]);
  await patch(owner, member.memberId, { status: 'suspended' });
  expect([await reads(member.accessToken), await reads(secret)]).toEqual([401, 401]);
  const held = await call('GET', `/api/v1/members/${member.memberId}/permissions`, { token: owner.accessToken });
  expect(effectivePermissionsSchema.parse(held.json).permissions).toEqual([]);
  await patch(owner, member.memberId, { status: 'active' });
  expect([await reads(member.accessToken), await reads(secret)]).toEqual([200, 200]);
});

test('who is removed is out at once, keys included, and gone from the list', async () => {
  const owner = await signUp();
  const member = await addMember(owner, 'developer');
  const { secret } = await mintApiKey(member, ['documents.read']);
  expect((await remove(owner, member.memberId)).status).toBe(204);
  expect([await reads(member.accessToken), await reads(secret)]).toEqual([401, 401]);
  const list = await call('GET', '/api/v1/members', { token: owner.accessToken });
  expect(memberListSchema.parse(list.json).data.map((each) => each.user_id)).toEqual([owner.userId]);
});

test('the effective permissions are those the API goes by', async () => {
  const owner = await signUp();
  const member = await addMember(owner, 'auditor');
  const held = await call('GET', `/api/v1/members/${member.memberId}/permissions`, { token: owner.accessToken });
  const me = await call('GET', '/api/v1/auth/me', { token: member.accessToken });
  const { permissions } = effectivePermissionsSchema.parse(held.json);
  expect(me.json).toMatchObject({ permissions });
  expect((await call('GET', '/api/v1/audit-logs', { token: member.accessToken })).status).toBe(200);
});

describe('the last owner', () => {
  test('cannot leave, and two owners who demote each other side by side leave one', async () => {
    const owner = await signUp();
    const leave = (who: Owner) =>
      call('POST', `/api/v1/organizations/${owner.organizationId}/leave`, { token: who.accessToken });
    const stuck = await leave(owner);
    expect([stuck.status, problemOf(stuck).code]).toEqual([409, 'conflict']);
    const second = await addMember(owner, 'owner');
    const ownerId = await memberIdOf(owner, owner.userId);
    await Promise.all([
      patch(owner, second.memberId, { role: 'admin' }),
      patch(second, ownerId, { status: 'suspended' }),
      leave(second),
    ]);
    expect(await owners(owner.organizationId)).toHaveLength(1);
  });

  test('hands over to an active member, and to nobody else', async () => {
    const owner = await signUp();
    const heir = await addMember(owner, 'user');
    const path = `/api/v1/organizations/${owner.organizationId}/transfer`;
    const transfer = (who: Owner, member_id: string) =>
      call('POST', path, { token: who.accessToken, json: { member_id } });
    await patch(owner, heir.memberId, { status: 'suspended' });
    expect((await transfer(owner, heir.memberId)).status).toBe(409);
    await patch(owner, heir.memberId, { status: 'active' });
    expect((await transfer(heir, heir.memberId)).status).toBe(403);
    expect((await transfer(owner, 'mem_unknown')).status).toBe(404);
    expect((await transfer(owner, heir.memberId)).json).toMatchObject({ role: 'owner' });
    const [only, ...others] = await owners(owner.organizationId);
    expect([only?.userId, others]).toEqual([heir.userId, []]);
    const before = await signInAgain(owner);
    expect((await call('GET', '/api/v1/auth/me', { token: before.accessToken })).json).toMatchObject({
      organization: { role: 'admin' },
    });
  });
});

test('a viewer sees the members and changes nothing', async () => {
  const viewer = await asRole(await signUp(), 'viewer');
  expect((await call('GET', '/api/v1/members', { token: viewer.accessToken })).status).toBe(200);
  expect((await patch(viewer, 'mem_any', { role: 'owner' })).status).toBe(403);
});

test('the list of members is narrowed by name or address, state and role', async () => {
  const owner = await signUp();
  const [viewer, user] = [await addMember(owner, 'viewer'), await addMember(owner, 'user')];
  await call('PATCH', `/api/v1/members/${user.memberId}`, { token: owner.accessToken, json: { status: 'suspended' } });
  const ids = async (query: string) =>
    memberListSchema
      .parse((await call('GET', `/api/v1/members?${query}`, { token: owner.accessToken })).json)
      .data.map((each) => each.id);
  expect(await ids('q=BOB')).toEqual([viewer.memberId, user.memberId]);
  expect(await ids(`q=${viewer.email}`)).toEqual([viewer.memberId]);
  expect(await ids('status=suspended')).toEqual([user.memberId]);
  expect(await ids('role=viewer&status=active')).toEqual([viewer.memberId]);
  const invited = async (query: string) =>
    (await call('GET', `/api/v1/invitations?${query}`, { token: owner.accessToken })).text.match(/inv_[0-9a-z]{26}/g) ??
    [];
  expect(await invited('status=accepted')).toHaveLength(2);
  expect(await invited('status=open')).toHaveLength(0);
  expect(await invited(`q=${viewer.email}`)).toHaveLength(1);
});
