import type { WorkspaceMemberView } from '#core/contract/workspaces';
import { permissionsOfWorkspaceRole, type WorkspaceRole } from '#core/domain/workspaces';
import { AppError } from '#core/platform/errors';
import { findWorkspaceMember, putWorkspaceMember } from '#core/store/workspace-members';
import { auditOf } from '../audit-event.ts';
import { requireSomewhere, type SignedInContext } from '../context.ts';
import { requireLiveSession, whyUnchanged } from '../identity/require-session.ts';
import { invalidateAccess } from '../invalidate-access.ts';
import { requireMember } from '../members/find.ts';
import { requireAllOnWorkspace, requireWorkspace } from './find.ts';
import { workspaceMemberView } from './view.ts';

/**
 * Adds a member of the organization to a workspace or changes their role in it. The caller must hold the member's
 * permissions in the workspace before and after the change. @throws AppError `not_found`, `forbidden`, `conflict`
 */
export async function setWorkspaceMember(
  context: SignedInContext,
  id: string,
  memberId: string,
  role: WorkspaceRole,
): Promise<WorkspaceMemberView> {
  requireSomewhere(context, 'workspaces.manage');
  await requireLiveSession(context);
  const workspace = await requireWorkspace(context, id, 'workspaces.manage');
  const member = await requireMember(context, memberId);
  const { caller, dependencies } = context;
  const { control } = dependencies;
  const before = await findWorkspaceMember(control, caller.organizationId, workspace.id, member.id);
  if (before) requireAllOnWorkspace(context, workspace.id, permissionsOfWorkspaceRole(before.role));
  requireAllOnWorkspace(context, workspace.id, permissionsOfWorkspaceRole(role));
  if (before?.role !== role) {
    const event = auditOf(
      context,
      before ? 'workspace.member_updated' : 'workspace.member_added',
      { kind: 'workspace', id: workspace.id, always: ['member_id'] },
      { member_id: before ? member.id : null, role: before?.role ?? null },
      { member_id: member.id, role },
    );
    const entry = { workspaceId: workspace.id, membershipId: member.id, role };
    if (!(await putWorkspaceMember(control, caller.organizationId, entry, event)))
      throw await whyUnchanged(
        context,
        () => new AppError('conflict', 'The workspace or the member was removed meanwhile.'),
      );
    invalidateAccess(context, member.userId);
  }
  const { userId, email, firstName, lastName } = member;
  const createdAt = before?.createdAt ?? dependencies.now();
  return workspaceMemberView({ membershipId: member.id, userId, email, firstName, lastName, role, createdAt });
}
