import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { documentPermissionsSchema, grantListSchema, grantSchema } from '#core/contract/grants';
import { effectivePermissionsSchema } from '#core/contract/members';
import { connectControl } from '#core/db/connect';
import { grants } from '#core/db/schema/workspaces';
import type { Permission } from '#core/domain/permissions';
import { untilRefusalTold } from '#core/testing/audit';
import { call, problemOf } from '#core/testing/call';
import { accepted, untilTerminal, upload, uploadForm } from '#core/testing/documents';
import { addMember, type Member } from '#core/testing/members';
import { mintApiKey, type Owner, signUp } from '#core/testing/sign-up';
import { makeWorkspace, putInWorkspace } from '#core/testing/workspaces';

const as = (who: Owner, method: string, path: string, json?: unknown) =>
  call(method, `/api/v1${path}`, { token: who.accessToken, ...(json === undefined ? {} : { json }) });

let owner: Owner;
let guest: Member;
let team: string;
let documentId: string;

beforeAll(async () => {
  owner = await signUp('Grants');
  guest = await addMember(owner, 'viewer');
  team = (await makeWorkspace(owner, 'restricted')).id;
  const { document } = await accepted(owner.accessToken, uploadForm(undefined, 'invoice.xml', { workspace_id: team }));
  await untilTerminal(owner.accessToken, document.id);
  documentId = document.id;
});

const onDocument = (subject: string, permissions: readonly Permission[], more: object = {}) => ({
  object_kind: 'document',
  object_id: documentId,
  subject_kind: 'member',
  subject_id: subject,
  permissions,
  ...more,
});
const read = (who: Owner) => as(who, 'GET', `/documents/${documentId}`);

describe('a grant on a document', () => {
  test('opens that one document, and ends when it is revoked', async () => {
    expect((await read(guest)).status).toBe(404);
    const made = await as(owner, 'POST', '/grants', onDocument(guest.memberId, ['documents.read']));
    expect(made.status).toBe(201);
    const { id } = grantSchema.parse(made.json);
    expect((await read(guest)).status).toBe(200);
    expect((await as(guest, 'GET', '/documents')).text).toContain(documentId);
    expect((await as(guest, 'GET', `/workspaces/${team}`)).status).toBe(404);
    for (let i = 0; i < 2; i++) expect((await as(owner, 'DELETE', `/grants/${id}`)).status).toBe(204);
    expect((await read(guest)).status).toBe(404);
  });

  test('ends by itself', async () => {
    const soon = new Date(Date.now() + 60_000).toISOString();
    const body = onDocument(guest.memberId, ['documents.read'], { expires_at: soon });
    const { id } = grantSchema.parse((await as(owner, 'POST', '/grants', body)).json);
    const fresh = await addMember(owner, 'viewer');
    expect((await read(guest)).status).toBe(200);
    const past = { expiresAt: Date.now() - 1 };
    await connectControl(env.DB).update(grants).set(past).where(eq(grants.id, id));
    // Another change in the organization makes every isolate re-read its access.
    await putInWorkspace(owner, (await makeWorkspace(owner)).id, fresh.memberId, 'viewer');
    expect((await read(guest)).status).toBe(404);
    const list = grantListSchema.parse((await as(owner, 'GET', `/grants?subject_id=${guest.memberId}`)).json);
    expect(list.data).toEqual([]);
  });

  test('to a role or a workspace reaches everybody in it, and no key beyond its own permissions', async () => {
    const other = (await makeWorkspace(owner)).id;
    const teammate = await addMember(owner, 'viewer');
    await putInWorkspace(owner, other, teammate.memberId, 'viewer');
    const body = { ...onDocument(other, ['documents.read']), subject_kind: 'workspace' };
    const { id } = grantSchema.parse((await as(owner, 'POST', '/grants', body)).json);
    expect((await read(teammate)).status).toBe(200);
    expect((await read(guest)).status).toBe(404);
    await as(owner, 'DELETE', `/grants/${id}`);
    const developer = await addMember(owner, 'developer');
    const role = { ...onDocument('developer', ['documents.read']), subject_kind: 'role' };
    await as(owner, 'POST', '/grants', role);
    const [wide, blind] = [await mintApiKey(developer), await mintApiKey(developer, ['usage.read'])];
    const by = async (token: string) => (await call('GET', `/api/v1/documents/${documentId}`, { token })).status;
    expect([(await read(developer)).status, await by(wide.secret), await by(blind.secret)]).toEqual([200, 200, 403]);
  });
});

describe('who grants', () => {
  test('holds on the object what they give, and manages it', async () => {
    const lead = await addMember(owner, 'viewer');
    await putInWorkspace(owner, team, lead.memberId, 'manager');
    const given = await as(lead, 'POST', '/grants', onDocument(guest.memberId, ['documents.approve']));
    expect(given.status).toBe(201);
    await as(owner, 'DELETE', `/grants/${grantSchema.parse(given.json).id}`);
    const editor = await addMember(owner, 'viewer');
    await putInWorkspace(owner, team, editor.memberId, 'editor');
    const refused = await as(editor, 'POST', '/grants', onDocument(editor.memberId, ['documents.approve']));
    expect([refused.status, problemOf(refused).code]).toEqual([403, 'forbidden']);
    await untilRefusalTold(owner.organizationId, editor.userId, 'workspaces.manage');
  });

  test('gives nothing on what is out of reach, in another organization or of no meaning there', async () => {
    const manager = await addMember(owner, 'manager');
    const stranger = await signUp('Stranger');
    for (const [who, body, path] of [
      [manager, onDocument(manager.memberId, ['documents.read']), 'json.object_id'],
      [stranger, onDocument(guest.memberId, ['documents.read']), 'json.object_id'],
      [owner, onDocument('mem_00000000000000000000000000', ['documents.read']), 'json.subject_id'],
      [owner, onDocument(guest.memberId, ['billing.manage']), 'json.permissions'],
      [
        owner,
        onDocument(guest.memberId, ['documents.read'], { expires_at: '2020-01-01T00:00:00Z' }),
        'json.expires_at',
      ],
    ] as const) {
      const answer = await as(who, 'POST', '/grants', body);
      expect([answer.status, problemOf(answer).errors?.[0]?.path]).toEqual([422, path]);
    }
  });

  test('sees the grants on what they manage; the whole list is for who manages members', async () => {
    const manager = await addMember(owner, 'manager');
    expect((await as(manager, 'GET', '/grants')).status).toBe(403);
    const query = `?object_kind=document&object_id=${documentId}`;
    expect((await as(manager, 'GET', `/grants${query}`)).status).toBe(422);
    expect((await as(owner, 'GET', `/grants${query}`)).status).toBe(200);
  });
});

test('who may do what on a document is told as the API goes by it, for every member', async () => {
  const { data } = documentPermissionsSchema.parse(
    (await as(owner, 'GET', `/documents/${documentId}/permissions?limit=200`)).json,
  );
  const of = (id: string) => data.find((each) => each.member_id === id)?.permissions ?? [];
  const lead = data.find((each) => each.workspace_role === 'manager' && each.role === 'viewer');
  expect(lead?.permissions).toContain('documents.delete');
  expect(of(guest.memberId)).toEqual([]);
  expect((await read(guest)).status).toBe(404);
  expect((await as(guest, 'GET', `/documents/${documentId}/permissions`)).status).toBe(404);
});

test('what a member may do is told with their workspaces and grants, as far as the asker may know', async () => {
  const member = await addMember(owner, 'viewer');
  await putInWorkspace(owner, team, member.memberId, 'editor');
  await as(owner, 'POST', '/grants', onDocument(member.memberId, ['documents.approve']));
  const told = async (who: Owner) =>
    effectivePermissionsSchema.parse((await as(who, 'GET', `/members/${member.memberId}/permissions`)).json);
  const whole = await told(owner);
  expect(whole.workspaces.map((each) => [each.id, each.role])).toEqual([[team, 'editor']]);
  expect(whole.grants.map((each) => each.object_id)).toEqual([documentId]);
  const partial = await told(guest);
  expect([partial.workspaces, partial.grants]).toEqual([[], []]);
});

test('a grant on a workspace lets its holder hand in there', async () => {
  const member = await addMember(owner, 'viewer');
  const other = (await makeWorkspace(owner)).id;
  const permissions = ['workspaces.read', 'documents.read', 'documents.create'];
  const subject = { subject_kind: 'member', subject_id: member.memberId };
  await as(owner, 'POST', '/grants', { object_kind: 'workspace', object_id: other, ...subject, permissions });
  const form = uploadForm(undefined, 'invoice.xml', { workspace_id: other });
  expect((await upload(member.accessToken, form)).status).toBe(202);
});

test('a grant on a template lets its holder change that one', async () => {
  const fields = [{ name: 'member_number', kind: 'identifier', labels: ['Member no'] }];
  const make = async (name: string) => String(Object(await as(owner, 'POST', '/templates', { name, fields })).json.id);
  const [mine, other] = [await make('Mine'), await make('Other')];
  const member = await addMember(owner, 'viewer');
  const subject = { subject_kind: 'member', subject_id: member.memberId };
  const body = { object_kind: 'template', object_id: mine, ...subject, permissions: ['templates.manage'] };
  expect((await as(owner, 'POST', '/grants', body)).status).toBe(201);
  expect((await as(member, 'PUT', `/templates/${mine}`, { name: 'Renamed', fields })).status).toBe(200);
  expect((await as(member, 'PUT', `/templates/${other}`, { name: 'Renamed', fields })).status).toBe(403);
});
