import type { WorkspaceMemberView, WorkspaceView } from '#core/contract/workspaces';
import { PERMISSIONS } from '#core/domain/permissions';
import { permissionsOnWorkspace } from '#core/domain/reach';
import type { findWorkspaceMember } from '#core/store/workspace-members';
import type { WorkspaceRow } from '#core/store/workspaces';
import type { SignedInContext } from '../context.ts';

export type CountedWorkspace = WorkspaceRow & { readonly members: number };

export function workspaceView({ caller, dependencies }: SignedInContext, row: CountedWorkspace): WorkspaceView {
  const mine = permissionsOnWorkspace(caller, row.id, dependencies.now());
  return {
    id: row.id,
    name: row.name,
    slug: row.slug,
    access: row.access,
    archived: row.archivedAt !== null,
    member_count: row.members,
    role: caller.reach.workspaces.get(row.id)?.role ?? null,
    permissions: PERMISSIONS.filter((name) => mine.has(name)),
    created_at: new Date(row.createdAt).toISOString(),
    updated_at: new Date(row.updatedAt).toISOString(),
  };
}

type MemberRow = NonNullable<Awaited<ReturnType<typeof findWorkspaceMember>>>;

export const workspaceMemberView = (row: MemberRow): WorkspaceMemberView => ({
  member_id: row.membershipId,
  user_id: row.userId,
  email: row.email,
  first_name: row.firstName,
  last_name: row.lastName,
  role: row.role,
  added_at: new Date(row.createdAt).toISOString(),
});
