import { beforeAll, describe, expect, test } from 'vitest';
import { createdApiKeySchema } from '#core/contract/api-keys';
import { roleSchema } from '#core/contract/roles';
import { newId } from '#core/platform/ids';
import { untilRefusalTold } from '#core/testing/audit';
import { type Answer, call, problemOf } from '#core/testing/call';
import { addMember, type Member } from '#core/testing/members';
import { mintApiKey, type Owner, signUp } from '#core/testing/sign-up';
import { makeWorkspace, putInWorkspace } from '#core/testing/workspaces';

/**
 * Privilege escalation. Each attempt is made by a caller who may use the feature itself; it is refused and recorded in
 * the audit log.
 */
let owner: Owner;
/** May manage roles, invitations, members, keys and workspaces, but not billing or deletion. */
let admin: Member;
let workspace: string;

const as = (token: string, method: string, path: string, json?: unknown) =>
  call(method, `/api/v1${path}`, { token, ...(json === undefined ? {} : { json }) });
const email = () => `${newId('event', Date.now())}@example.com`;

beforeAll(async () => {
  owner = await signUp('Escalation');
  admin = await addMember(owner, 'admin');
  workspace = (await makeWorkspace(owner, 'restricted')).id;
});

async function refusedAndTold(answer: Answer, actorId: string, missing: string): Promise<void> {
  expect([answer.status, problemOf(answer).code]).toEqual([403, 'forbidden']);
  expect(problemOf(answer).detail).toContain(missing);
  await untilRefusalTold(owner.organizationId, actorId, missing);
}

describe('more power than one was given is refused and told', () => {
  test('by a role that holds more than its maker', async () => {
    const json = { name: newId('event', Date.now()), permissions: ['documents.read', 'billing.manage'] };
    await refusedAndTold(await as(admin.accessToken, 'POST', '/roles', json), admin.userId, 'billing.manage');
  });

  test('by widening the role one has, and by taking the one of somebody above', async () => {
    const permissions = ['roles.manage', 'roles.read', 'members.read', 'members.manage', 'documents.read'];
    const made = await as(owner.accessToken, 'POST', '/roles', { name: newId('event', Date.now()), permissions });
    const { id } = roleSchema.parse(made.json);
    const editor = await addMember(owner, id);
    const wider = { permissions: [...permissions, 'documents.delete'] };
    await refusedAndTold(
      await as(editor.accessToken, 'PATCH', `/roles/${id}`, wider),
      editor.userId,
      'documents.delete',
    );
    const self = await as(editor.accessToken, 'PATCH', `/members/${editor.memberId}`, { role: 'admin' });
    await refusedAndTold(self, editor.userId, 'You cannot change your own membership');
    const other = await addMember(owner, 'viewer');
    const lifted = await as(editor.accessToken, 'PATCH', `/members/${other.memberId}`, { role: 'admin' });
    expect(lifted.status).toBe(403);
    const shrunk = await as(editor.accessToken, 'PATCH', `/members/${admin.memberId}`, { role: 'viewer' });
    expect(shrunk.status).toBe(403);
  });

  test('by inviting somebody, oneself under another address, above oneself', async () => {
    const manager = await addMember(owner, 'manager');
    const json = { email: email(), role: 'admin' };
    const answer = await as(manager.accessToken, 'POST', '/invitations', json);
    await refusedAndTold(answer, manager.userId, 'members.manage');
  });

  test('by a key that holds more than its maker, made, rotated or opened to the world', async () => {
    const more = await as(admin.accessToken, 'POST', '/api-keys', { name: 'x', permissions: ['organization.delete'] });
    await refusedAndTold(more, admin.userId, 'organization.delete');
    const wide = await mintApiKey(owner);
    expect((await as(admin.accessToken, 'POST', `/api-keys/${wide.id}/rotate`)).status).toBe(403);
    const opened = await as(admin.accessToken, 'PATCH', `/api-keys/${wide.id}`, { allowed_networks: null });
    expect(opened.status).toBe(403);
    const narrow = await mintApiKey(owner, ['api_keys.manage', 'members.invite']);
    const next = await as(narrow.secret, 'POST', '/api-keys', { name: 'y', permissions: ['documents.read'] });
    await refusedAndTold(next, narrow.id, 'documents.read');
    const invited = await as(narrow.secret, 'POST', '/invitations', { email: email(), role: 'viewer' });
    expect(invited.status).toBe(403);
  });

  test('by a grant of what one does not hold on the object, to oneself or to others', async () => {
    const lead = await addMember(owner, 'viewer');
    const permissions = ['workspaces.read', 'workspaces.manage'];
    const object = { object_kind: 'workspace', object_id: workspace };
    const given = { ...object, subject_kind: 'member', subject_id: lead.memberId, permissions };
    expect((await as(owner.accessToken, 'POST', '/grants', given)).status).toBe(201);
    const wider = { ...given, permissions: ['documents.delete'] };
    await refusedAndTold(await as(lead.accessToken, 'POST', '/grants', wider), lead.userId, 'documents.delete');
    const toRole = { ...wider, subject_kind: 'role', subject_id: 'viewer' };
    expect((await as(lead.accessToken, 'POST', '/grants', toRole)).status).toBe(403);
  });

  test('by a role in a workspace that holds more than one holds there', async () => {
    const lead = await addMember(owner, 'viewer');
    const permissions = ['workspaces.read', 'workspaces.manage'];
    const subject = { subject_kind: 'member', subject_id: lead.memberId };
    await as(owner.accessToken, 'POST', '/grants', {
      object_kind: 'workspace',
      object_id: workspace,
      ...subject,
      permissions,
    });
    const path = `/workspaces/${workspace}/members/${lead.memberId}`;
    await refusedAndTold(await as(lead.accessToken, 'PUT', path, { role: 'manager' }), lead.userId, 'documents.read');
    const member = await addMember(owner, 'viewer');
    await putInWorkspace(owner, workspace, member.memberId, 'viewer');
    const raised = await as(member.accessToken, 'PUT', `/workspaces/${workspace}/members/${member.memberId}`, {
      role: 'editor',
    });
    await refusedAndTold(raised, member.userId, 'workspaces.manage');
  });

  test('by a key bound to a workspace that tries to lose its bounds', async () => {
    const json = { name: 'bound', workspace_id: workspace };
    const bound = createdApiKeySchema.parse((await as(owner.accessToken, 'POST', '/api-keys', json)).json);
    for (const [method, path, body] of [
      ['POST', '/api-keys', { name: 'free' }],
      ['POST', `/api-keys/${bound.id}/rotate`],
      ['POST', '/workspaces', { name: 'mine' }],
      ['POST', '/invitations', { email: email(), role: 'viewer' }],
      ['PATCH', `/members/${admin.memberId}`, { role: 'viewer' }],
    ] as const) {
      const answer = await as(bound.secret, method, path, body);
      expect([path, answer.status]).toEqual([path, 403]);
    }
    await untilRefusalTold(owner.organizationId, bound.id, 'restricted to one workspace');
    const grant = {
      object_kind: 'workspace',
      object_id: (await makeWorkspace(owner)).id,
      subject_kind: 'member',
      subject_id: admin.memberId,
      permissions: ['documents.read'],
    };
    expect((await as(bound.secret, 'POST', '/grants', grant)).status).toBe(422);
  });
});
