import type {
  CreateWorkspaceBody,
  UpdateWorkspaceBody,
  WorkspaceMemberView,
  WorkspaceView,
} from '#core/contract/workspaces';
import type { WorkspaceRole } from '#core/domain/workspaces';
import { LARGEST_PAGE, type Page, pageQuery, readAllPages } from './page.ts';
import { send, sendJson } from './request.ts';

const of = (id: string): string => `/workspaces/${encodeURIComponent(id)}`;
const memberOf = (id: string, memberId: string): string => `${of(id)}/members/${encodeURIComponent(memberId)}`;

export function listWorkspaces(cursor: string | null, signal: AbortSignal): Promise<Page<WorkspaceView>> {
  return sendJson(`/workspaces${pageQuery(cursor, 50)}`, { signal });
}

export function listAllWorkspaces(signal?: AbortSignal): Promise<readonly WorkspaceView[]> {
  const options = signal ? { signal } : {};
  return readAllPages((cursor) => sendJson(`/workspaces${pageQuery(cursor, LARGEST_PAGE)}`, options));
}

export function createWorkspace(body: CreateWorkspaceBody): Promise<WorkspaceView> {
  return sendJson('/workspaces', { method: 'POST', body });
}

export function updateWorkspace(id: string, body: UpdateWorkspaceBody): Promise<WorkspaceView> {
  return sendJson(of(id), { method: 'PATCH', body });
}

export function listAllWorkspaceMembers(id: string, signal: AbortSignal): Promise<readonly WorkspaceMemberView[]> {
  return readAllPages((cursor) => sendJson(`${of(id)}/members${pageQuery(cursor, LARGEST_PAGE)}`, { signal }));
}

export async function putWorkspaceMember(id: string, memberId: string, role: WorkspaceRole): Promise<void> {
  await send(memberOf(id, memberId), { method: 'PUT', body: { role } });
}

export async function removeWorkspaceMember(id: string, memberId: string): Promise<void> {
  await send(memberOf(id, memberId), { method: 'DELETE' });
}
