import { type WorkspaceView, workspaceSchema } from '../contract/workspaces.ts';
import type { WorkspaceAccess, WorkspaceRole } from '../domain/workspaces.ts';
import { newId } from '../platform/ids.ts';
import { call } from './call.ts';
import type { Owner } from './sign-up.ts';

/** Creates a workspace of the owner, restricted by default. */
export async function makeWorkspace(owner: Owner, access: WorkspaceAccess = 'restricted'): Promise<WorkspaceView> {
  const json = { name: newId('event', Date.now()), access };
  const answer = await call('POST', '/api/v1/workspaces', { token: owner.accessToken, json });
  if (answer.status !== 201) throw new Error(`workspace answered ${answer.status}: ${answer.text}`);
  return workspaceSchema.parse(answer.json);
}

export async function putInWorkspace(owner: Owner, id: string, memberId: string, role: WorkspaceRole): Promise<void> {
  const path = `/api/v1/workspaces/${id}/members/${memberId}`;
  const answer = await call('PUT', path, { token: owner.accessToken, json: { role } });
  if (answer.status !== 200) throw new Error(`workspace member answered ${answer.status}: ${answer.text}`);
}
