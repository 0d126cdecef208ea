import type {
  CreateWorkspaceBody,
  UpdateWorkspaceBody,
  WorkspaceMemberView,
  WorkspaceView,
} from '#core/contract/workspaces';
import type { WorkspaceRole } from '#core/domain/workspaces';
import type { Page } from './page.ts';
import { send, sendJson } from './request.ts';

const of = (id: string): string => `/workspaces/${encodeURIComponent(id)}`;
const memberOf = (id: string, memberId: string): string => `${of(id)}/members/${encodeURIComponent(memberId)}`;

export function listWorkspaces(signal?: AbortSignal): Promise<Page<WorkspaceView>> {
  return sendJson('/workspaces?limit=200', signal ? { signal } : {});
}

export function createWorkspace(body: CreateWorkspaceBody): Promise<WorkspaceView> {
  return sendJson('/workspaces', { method: 'POST', body });
}

export function updateWorkspace(id: string, body: UpdateWorkspaceBody): Promise<WorkspaceView> {
  return sendJson(of(id), { method: 'PATCH', body });
}

export function listWorkspaceMembers(id: string, signal: AbortSignal): Promise<Page<WorkspaceMemberView>> {
  return sendJson(`${of(id)}/members?limit=200`, { signal });
}

export async function putWorkspaceMember(id: string, memberId: string, role: WorkspaceRole): Promise<void> {
  await send(memberOf(id, memberId), { method: 'PUT', body: { role } });
}

export async function removeWorkspaceMember(id: string, memberId: string): Promise<void> {
  await send(memberOf(id, memberId), { method: 'DELETE' });
}
