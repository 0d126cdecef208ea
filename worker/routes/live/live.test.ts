import { expect, test } from 'vitest';
import { call } from '#core/testing/call';
import { accepted, untilTerminal, uploadForm } from '#core/testing/documents';
import { watchLive } from '#core/testing/live';
import { addMember } from '#core/testing/members';
import { type Owner, signUp } from '#core/testing/sign-up';
import { makeWorkspace, putInWorkspace } from '#core/testing/workspaces';

const watch = ({ accessToken }: Owner) => watchLive(accessToken);

test('hints about a restricted workspace reach its members and who manages members, and nobody else', async () => {
  const owner = await signUp();
  const [insider, outsider] = [await addMember(owner, 'viewer'), await addMember(owner, 'manager')];
  const { id } = await makeWorkspace(owner, 'restricted');
  await putInWorkspace(owner, id, insider.memberId, 'viewer');
  const sockets = [await watch(owner), await watch(insider), await watch(outsider)] as const;
  const hand = async (form: FormData) => {
    const { document } = await accepted(owner.accessToken, form);
    await untilTerminal(owner.accessToken, document.id);
    return document.id;
  };
  const hidden = await hand(uploadForm(undefined, 'a.xml', { workspace_id: id }));
  const shown = await hand(uploadForm());
  const hears = (at: 0 | 1 | 2, documentId: string) => sockets[at].heard.some((text) => text.includes(documentId));
  // The later document's hint has arrived, so the earlier one's would have too.
  await expect.poll(() => ([0, 1, 2] as const).every((at) => hears(at, shown))).toBe(true);
  expect([hears(0, hidden), hears(1, hidden), hears(2, hidden)]).toEqual([true, true, false]);
  for (const socket of sockets) socket.close();
});

test('the sockets of who loses a workspace, is suspended or has another role are closed at once', async () => {
  const owner = await signUp();
  const member = await addMember(owner, 'viewer');
  const { id } = await makeWorkspace(owner, 'restricted');
  await putInWorkspace(owner, id, member.memberId, 'viewer');
  const change = (method: string, path: string, json?: unknown) =>
    call(method, `/api/v1${path}`, { token: owner.accessToken, ...(json === undefined ? {} : { json }) });
  const first = await watch(member);
  await change('DELETE', `/workspaces/${id}/members/${member.memberId}`);
  expect(await first.closed).toBe(4001);
  const second = await watch(member);
  await change('PATCH', `/members/${member.memberId}`, { status: 'suspended' });
  expect(await second.closed).toBe(4001);
});
