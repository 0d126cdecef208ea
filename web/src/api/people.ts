import type { InvitationView, InvitedWorkspace } from '#core/contract/invitations';
import type { EffectivePermissions, MemberView } from '#core/contract/members';
import type { CreateRoleBody, RoleView } from '#core/contract/roles';
import { LARGEST_PAGE, type Page, pageQuery, readAllPages } from './page.ts';
import { send, sendJson } from './request.ts';

export function listMembers(q: string, cursor: string | null, signal: AbortSignal): Promise<Page<MemberView>> {
  return sendJson(`/members${pageQuery(cursor, 100, { q })}`, { signal });
}

export function listAllMembers(signal: AbortSignal): Promise<readonly MemberView[]> {
  return readAllPages((cursor) => sendJson(`/members${pageQuery(cursor, LARGEST_PAGE)}`, { signal }));
}

export function updateMember(
  id: string,
  body: { readonly role?: string; readonly status?: MemberView['status'] },
): Promise<MemberView> {
  return sendJson(`/members/${encodeURIComponent(id)}`, { method: 'PATCH', body });
}

export async function removeMember(id: string): Promise<void> {
  await send(`/members/${encodeURIComponent(id)}`, { method: 'DELETE' });
}

export function listInvitations(cursor: string | null, signal: AbortSignal): Promise<Page<InvitationView>> {
  return sendJson(`/invitations${pageQuery(cursor, 50)}`, { signal });
}

export function createInvitation(
  email: string,
  role: string,
  workspaces: readonly InvitedWorkspace[] = [],
): Promise<InvitationView> {
  return sendJson('/invitations', { method: 'POST', body: { email, role, workspaces } });
}

export function resendInvitation(id: string): Promise<InvitationView> {
  return sendJson(`/invitations/${encodeURIComponent(id)}/resend`, { method: 'POST' });
}

export async function revokeInvitation(id: string): Promise<void> {
  await send(`/invitations/${encodeURIComponent(id)}`, { method: 'DELETE' });
}

export function listAllRoles(signal: AbortSignal): Promise<readonly RoleView[]> {
  return readAllPages((cursor) => sendJson(`/roles${pageQuery(cursor, LARGEST_PAGE)}`, { signal }));
}

export function createRole(body: CreateRoleBody): Promise<RoleView> {
  return sendJson('/roles', { method: 'POST', body });
}

export function updateRole(id: string, body: CreateRoleBody): Promise<RoleView> {
  return sendJson(`/roles/${encodeURIComponent(id)}`, { method: 'PATCH', body });
}

export async function deleteRole(id: string): Promise<void> {
  await send(`/roles/${encodeURIComponent(id)}`, { method: 'DELETE' });
}

export function readMemberPermissions(id: string, signal: AbortSignal): Promise<EffectivePermissions> {
  return sendJson(`/members/${encodeURIComponent(id)}/permissions`, { signal });
}
