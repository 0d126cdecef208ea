import type { WorkspaceList, WorkspaceListQuery } from '#core/contract/workspaces';
import { placesWith } from '#core/domain/reach';
import { listWorkspaces } from '#core/store/workspaces';
import { requireSomewhere, type SignedInContext } from '../context.ts';
import { byCreation, pageOf, pageRequest } from '../list-page.ts';
import { workspaceView } from './view.ts';

/** Returns one page of the workspaces the caller has access to, oldest first. */
export async function listVisibleWorkspaces(
  context: SignedInContext,
  query: WorkspaceListQuery,
): Promise<WorkspaceList> {
  requireSomewhere(context, 'workspaces.read');
  const { caller, dependencies } = context;
  const places = placesWith(caller, 'workspaces.read', dependencies.now());
  const rows = await listWorkspaces(
    dependencies.control,
    caller.organizationId,
    {
      text: query.q,
      archived: query.archived === undefined ? undefined : query.archived === 'true',
      ids: places.everywhere ? null : places.workspaceIds,
    },
    pageRequest(query),
  );
  return pageOf(rows, query.limit, byCreation, (row) => workspaceView(context, row));
}
