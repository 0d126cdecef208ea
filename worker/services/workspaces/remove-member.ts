import { permissionsOfWorkspaceRole } from '#core/domain/workspaces';
import { AppError } from '#core/platform/errors';
import { deleteWorkspaceMember, findWorkspaceMember } from '#core/store/workspace-members';
import { auditOf } from '../audit-event.ts';
import { requireSomewhere, type SignedInContext } from '../context.ts';
import { requireLiveSession } from '../identity/require-session.ts';
import { invalidateAccess } from '../invalidate-access.ts';
import { requireAllOnWorkspace, requireWorkspace } from './find.ts';

/** Removes a member from a workspace; they remain in the organization. @throws AppError `not_found`, `forbidden` */
export async function removeWorkspaceMember(context: SignedInContext, id: string, memberId: string): Promise<void> {
  requireSomewhere(context, 'workspaces.manage');
  await requireLiveSession(context);
  const workspace = await requireWorkspace(context, id, 'workspaces.manage');
  const { caller, dependencies } = context;
  const before = await findWorkspaceMember(dependencies.control, caller.organizationId, workspace.id, memberId);
  if (!before) throw new AppError('not_found', 'The workspace has no such member.');
  requireAllOnWorkspace(context, workspace.id, permissionsOfWorkspaceRole(before.role));
  const event = auditOf(
    context,
    'workspace.member_removed',
    { kind: 'workspace', id: workspace.id },
    { member_id: memberId, role: before.role },
  );
  await deleteWorkspaceMember(dependencies.control, caller.organizationId, workspace.id, memberId, event);
  invalidateAccess(context, before.userId);
}
