import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { createdApiKeySchema } from '#core/contract/api-keys';
import { documentListSchema } from '#core/contract/documents';
import { workspaceListSchema, workspaceMemberListSchema, workspaceSchema } from '#core/contract/workspaces';
import { connectControl } from '#core/db/connect';
import { auditEvents } from '#core/db/schema/tenant';
import { untilRefusalTold } from '#core/testing/audit';
import { call, problemOf } from '#core/testing/call';
import { accepted, untilTerminal, upload, uploadForm } from '#core/testing/documents';
import { addMember, type Member } from '#core/testing/members';
import { mintApiKey, type Owner, signUp } from '#core/testing/sign-up';
import { makeWorkspace, putInWorkspace } from '#core/testing/workspaces';

const into = (workspaceId: string) => uploadForm(undefined, 'invoice.xml', { workspace_id: workspaceId });
const as = (who: Owner, method: string, path: string, json?: unknown) =>
  call(method, `/api/v1${path}`, { token: who.accessToken, ...(json === undefined ? {} : { json }) });
const listed = async (token: string, query = '') =>
  documentListSchema
    .parse((await call('GET', `/api/v1/documents${query}`, { token })).json)
    .data.map((each) => each.id)
    .toSorted();
const withoutRequestId = (text: string) => text.replaceAll(/req_[0-9a-z]{26}/g, 'req');

/** One organization with a restricted and an open workspace, and a document in each and one in neither. */
let owner: Owner;
let insider: Member;
let outsider: Member;
let restricted: string;
let open: string;
let inRestricted: string;
let inOpen: string;
let inNone: string;

beforeAll(async () => {
  owner = await signUp('Teams');
  [insider, outsider] = [await addMember(owner, 'viewer'), await addMember(owner, 'manager')];
  restricted = (await makeWorkspace(owner, 'restricted')).id;
  open = (await makeWorkspace(owner, 'open')).id;
  await putInWorkspace(owner, restricted, insider.memberId, 'editor');
  const hand = async (form: FormData) => (await accepted(owner.accessToken, form)).document.id;
  [inRestricted, inOpen, inNone] = [await hand(into(restricted)), await hand(into(open)), await hand(uploadForm())];
  for (const id of [inRestricted, inOpen, inNone]) await untilTerminal(owner.accessToken, id);
});

describe('a restricted workspace', () => {
  test('hides its documents from who is not in it, in every way to ask, exactly as if they were not there', async () => {
    expect(await listed(outsider.accessToken)).toEqual([inOpen, inNone].toSorted());
    expect(await listed(outsider.accessToken, `?workspace_id=${restricted}`)).toEqual([]);
    for (const path of ['', '/result', '/original', '/pages/1', '/pages/1/words', '/events']) {
      const hidden = await as(outsider, 'GET', `/documents/${inRestricted}${path}`);
      const never = await as(outsider, 'GET', `/documents/doc_00000000000000000000000000${path}`);
      expect([path, hidden.status]).toEqual([path, 404]);
      expect(withoutRequestId(hidden.text)).toBe(withoutRequestId(never.text));
    }
  });

  test('shows them to its members and to who manages members', async () => {
    expect(await listed(insider.accessToken)).toEqual([inRestricted, inOpen, inNone].toSorted());
    expect(await listed(owner.accessToken)).toEqual([inRestricted, inOpen, inNone].toSorted());
    expect((await as(insider, 'GET', `/documents/${inRestricted}/result`)).status).toBe(200);
  });

  test('is itself not there for others', async () => {
    const ids = (answer: { json: unknown }) => workspaceListSchema.parse(answer.json).data.map((each) => each.id);
    expect(ids(await as(outsider, 'GET', '/workspaces'))).toEqual([open]);
    expect(ids(await as(insider, 'GET', '/workspaces'))).toEqual([restricted, open]);
    for (const [method, path, json] of [
      ['GET', ''],
      ['GET', '/members'],
      ['PATCH', '', { access: 'open' }],
      ['DELETE', ''],
      ['PUT', `/members/${outsider.memberId}`, { role: 'manager' }],
      ['DELETE', `/members/${insider.memberId}`],
    ] as const) {
      const answer = await as(outsider, method, `/workspaces/${restricted}${path}`, json);
      expect([method, path, answer.status, problemOf(answer).code]).toEqual([method, path, 404, 'not_found']);
    }
  });

  test('takes documents from its editors only, and says no more to others than of one that never was', async () => {
    expect((await upload(insider.accessToken, into(restricted))).status).toBe(202);
    const hidden = await upload(outsider.accessToken, into(restricted));
    const never = await upload(outsider.accessToken, into('wsp_00000000000000000000000000'));
    expect([hidden.status, problemOf(hidden).errors?.[0]?.path]).toEqual([422, 'form.workspace_id']);
    expect(withoutRequestId(hidden.text)).toBe(withoutRequestId(never.text));
  });
});

describe('a role in a workspace', () => {
  test('adds to the role in the organization there, and nowhere else', async () => {
    const elsewhere = await upload(insider.accessToken, uploadForm());
    expect([elsewhere.status, problemOf(elsewhere).code]).toEqual([403, 'forbidden']);
    expect((await upload(insider.accessToken, into(open))).status).toBe(403);
    const mine = workspaceSchema.parse((await as(insider, 'GET', `/workspaces/${restricted}`)).json);
    expect(mine.role).toBe('editor');
    expect(mine.permissions).toContain('documents.create');
    expect(mine.permissions).not.toContain('documents.delete');
  });

  test('is what counts in a restricted one: a wider role in the organization does not reach in', async () => {
    const manager = await addMember(owner, 'manager');
    await putInWorkspace(owner, restricted, manager.memberId, 'viewer');
    expect((await as(manager, 'GET', `/documents/${inRestricted}`)).status).toBe(200);
    const refused = await upload(manager.accessToken, into(restricted));
    expect([refused.status, problemOf(refused).detail]).toEqual([403, expect.stringContaining('documents.create')]);
  });

  test('is changed and ended at once, and the audit log says so', async () => {
    const member = await addMember(owner, 'viewer');
    await putInWorkspace(owner, restricted, member.memberId, 'viewer');
    expect((await as(member, 'GET', `/documents/${inRestricted}`)).status).toBe(200);
    expect((await as(owner, 'DELETE', `/workspaces/${restricted}/members/${member.memberId}`)).status).toBe(204);
    expect((await as(member, 'GET', `/documents/${inRestricted}`)).status).toBe(404);
    const events = await connectControl(env.DB).select().from(auditEvents).where(eq(auditEvents.targetId, restricted));
    const ofMember = events.filter((event) => event.changes?.includes(member.memberId)).map((event) => event.action);
    expect(ofMember).toEqual(['workspace.member_added', 'workspace.member_removed']);
  });

  test('ends with the membership in the organization', async () => {
    const member = await addMember(owner, 'viewer');
    const team = (await makeWorkspace(owner)).id;
    await putInWorkspace(owner, team, member.memberId, 'manager');
    await as(owner, 'DELETE', `/members/${member.memberId}`);
    const left = workspaceMemberListSchema.parse((await as(owner, 'GET', `/workspaces/${team}/members`)).json);
    expect(left.data.map((each) => each.user_id)).toEqual([owner.userId]);
  });

  test('is given by who holds as much in that workspace, and by nobody else', async () => {
    const editor = await addMember(owner, 'viewer');
    await putInWorkspace(owner, restricted, editor.memberId, 'editor');
    const raise = await as(editor, 'PUT', `/workspaces/${restricted}/members/${editor.memberId}`, { role: 'manager' });
    expect([raise.status, problemOf(raise).code]).toEqual([403, 'forbidden']);
    await untilRefusalTold(owner.organizationId, editor.userId, 'workspaces.manage');
    const lead = await addMember(owner, 'viewer');
    await putInWorkspace(owner, restricted, lead.memberId, 'manager');
    const given = await as(lead, 'PUT', `/workspaces/${restricted}/members/${editor.memberId}`, { role: 'viewer' });
    expect(given.status).toBe(200);
  });
});

describe('a workspace', () => {
  test('that is restricted by somebody from outside keeps them as its manager', async () => {
    const team = (await makeWorkspace(owner, 'open')).id;
    const closed = await as(outsider, 'PATCH', `/workspaces/${team}`, { access: 'restricted' });
    expect(closed.status).toBe(200);
    const mine = workspaceSchema.parse((await as(outsider, 'GET', `/workspaces/${team}`)).json);
    expect([mine.access, mine.role]).toEqual(['restricted', 'manager']);
  });

  test('that is archived keeps its documents, takes no new ones, and comes back', async () => {
    const team = (await makeWorkspace(owner)).id;
    const { document } = await accepted(owner.accessToken, into(team));
    for (let i = 0; i < 2; i++) expect((await as(owner, 'DELETE', `/workspaces/${team}`)).status).toBe(204);
    expect((await as(owner, 'GET', `/documents/${document.id}`)).status).toBe(200);
    expect((await upload(owner.accessToken, into(team))).status).toBe(422);
    expect((await as(owner, 'PATCH', `/workspaces/${team}`, { archived: false })).status).toBe(200);
    expect((await upload(owner.accessToken, into(team))).status).toBe(202);
  });

  test('has a slug of its own; of ten that ask for the same one, one gets it', async () => {
    const ask = () => as(owner, 'POST', '/workspaces', { name: 'Purchasing', slug: 'purchasing' });
    const answers = await Promise.all(Array.from({ length: 10 }, ask));
    expect(answers.map((each) => each.status).toSorted()).toEqual([201, ...Array<number>(9).fill(409)]);
    const derived = await as(owner, 'POST', '/workspaces', { name: 'Purchasing' });
    expect(workspaceSchema.parse(derived.json).slug).toMatch(/^purchasing-/);
  });

  test('of another organization is none here, in any place of a body either', async () => {
    const stranger = await signUp('Stranger');
    expect((await upload(stranger.accessToken, into(open))).status).toBe(422);
    const json = { name: 'x', workspace_id: open };
    expect((await as(stranger, 'POST', '/api-keys', json)).status).toBe(422);
    const invited = { email: 'a@example.com', role: 'user', workspaces: [{ workspace_id: open, role: 'viewer' }] };
    expect((await as(stranger, 'POST', '/invitations', invited)).status).toBe(422);
    const own = (await makeWorkspace(stranger)).id;
    const foreign = await as(stranger, 'PUT', `/workspaces/${own}/members/${insider.memberId}`, { role: 'viewer' });
    expect([foreign.status, problemOf(foreign).code]).toEqual([404, 'not_found']);
  });

  test('can come with an invitation, in a role the inviter may give', async () => {
    const email = `${crypto.randomUUID()}@example.com`;
    const workspaces = [{ workspace_id: restricted, role: 'editor' as const }];
    const beyond = await as(outsider, 'POST', '/invitations', { email, role: 'viewer', workspaces });
    expect(beyond.status).toBe(422);
    const joined = await addMember(owner, 'viewer', workspaces);
    const mine = workspaceSchema.parse((await as(joined, 'GET', `/workspaces/${restricted}`)).json);
    expect(mine.role).toBe('editor');
  });
});

describe('a document that is moved', () => {
  const move = (who: Owner, id: string, workspace: string | null) =>
    as(who, 'POST', `/documents/${id}/move`, { workspace_id: workspace });

  test('is there for those of its new place, and for nobody else', async () => {
    const { document } = await accepted(owner.accessToken);
    await untilTerminal(owner.accessToken, document.id);
    expect((await as(outsider, 'GET', `/documents/${document.id}`)).status).toBe(200);
    expect((await move(owner, document.id, restricted)).json).toMatchObject({ workspace_id: restricted });
    expect((await as(outsider, 'GET', `/documents/${document.id}`)).status).toBe(404);
    expect((await move(owner, document.id, null)).json).toMatchObject({ workspace_id: null });
    expect((await as(outsider, 'GET', `/documents/${document.id}`)).status).toBe(200);
  });

  test('goes only where its mover hands documents in, and only from where they change them', async () => {
    const { document } = await accepted(owner.accessToken);
    await untilTerminal(owner.accessToken, document.id);
    expect((await move(insider, document.id, restricted)).status).toBe(403);
    expect((await move(insider, inRestricted, null)).status).toBe(403);
    expect((await move(outsider, document.id, restricted)).status).toBe(422);
    expect((await move(outsider, inRestricted, open)).status).toBe(404);
  });
});

describe('a key bound to a workspace', () => {
  const bind = async (workspaceId: string) => {
    const json = { name: 'bound', workspace_id: workspaceId };
    const answer = await as(owner, 'POST', '/api-keys', json);
    return createdApiKeySchema.parse(answer.json).secret;
  };

  test('sees only what lies there, and hands in there without saying so', async () => {
    const team = (await makeWorkspace(owner)).id;
    const { document } = await accepted(owner.accessToken, into(team));
    const token = await bind(team);
    const handed = await accepted(token);
    expect(handed.document.workspace_id).toBe(team);
    expect(await listed(token)).toEqual([document.id, handed.document.id].toSorted());
    for (const id of [inOpen, inNone, inRestricted])
      expect((await call('GET', `/api/v1/documents/${id}`, { token })).status).toBe(404);
    expect((await upload(token, into(open))).status).toBe(422);
    const seen = workspaceListSchema.parse((await call('GET', '/api/v1/workspaces', { token })).json);
    expect(seen.data.map((each) => each.id)).toEqual([team]);
  });

  test('needs no other permission to hand in than that one', async () => {
    const json = { name: 'scanner', workspace_id: restricted, permissions: ['documents.create'] };
    const { secret } = createdApiKeySchema.parse((await as(owner, 'POST', '/api-keys', json)).json);
    expect((await upload(secret)).status).toBe(202);
    const reader = { name: 'reader', workspace_id: restricted, permissions: ['documents.read'] };
    const blind = createdApiKeySchema.parse((await as(owner, 'POST', '/api-keys', reader)).json);
    expect((await upload(blind.secret)).status).toBe(403);
  });

  test('does nothing that concerns the organization, and the attempt is told', async () => {
    const token = await bind(restricted);
    for (const path of ['/members', '/api-keys', '/roles', '/audit-logs', '/usage']) {
      const answer = await call('GET', `/api/v1${path}`, { token });
      expect([path, answer.status]).toEqual([path, 403]);
    }
    const wider = await call('POST', '/api/v1/api-keys', { token, json: { name: 'wider' } });
    expect(wider.status).toBe(403);
  });
});

test('an ordinary key reaches no further than its creator', async () => {
  const narrow = await addMember(owner, 'developer');
  const key = await mintApiKey(narrow);
  expect(await listed(key.secret)).toEqual(await listed(narrow.accessToken));
  expect(await listed(key.secret)).not.toContain(inRestricted);
});
