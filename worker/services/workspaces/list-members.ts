import type { PageQuery } from '#core/contract/list';
import type { WorkspaceMemberList } from '#core/contract/workspaces';
import { listWorkspaceMembers } from '#core/store/workspace-members';
import { requireSomewhere, type SignedInContext } from '../context.ts';
import { pageOf, pageRequest } from '../list-page.ts';
import { requireWorkspace } from './find.ts';
import { workspaceMemberView } from './view.ts';

/** Returns one page of a workspace's own members, in order of addition. @throws AppError `not_found` */
export async function listMembersOfWorkspace(
  context: SignedInContext,
  id: string,
  query: PageQuery,
): Promise<WorkspaceMemberList> {
  requireSomewhere(context, 'workspaces.read');
  const workspace = await requireWorkspace(context, id, 'workspaces.read');
  const { caller, dependencies } = context;
  const rows = await listWorkspaceMembers(
    dependencies.control,
    caller.organizationId,
    workspace.id,
    pageRequest(query),
  );
  return pageOf(rows, query.limit, (row) => ({ at: row.createdAt, id: row.membershipId }), workspaceMemberView);
}
