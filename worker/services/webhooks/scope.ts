import { permissionsOnWorkspace, placesWith } from '#core/domain/reach';
import { AppError } from '#core/platform/errors';
import type { WebhookRow } from '#core/store/webhooks';
import { findUsableWorkspaces } from '#core/store/workspaces';
import type { SignedInContext } from '../context.ts';

type Scope = Pick<WebhookRow, 'workspaceIds' | 'unassigned'>;

/**
 * The documents that an endpoint made by this caller receives: those of the named workspaces, or everything the caller
 * may read. @throws AppError `validation_failed` for a workspace without access
 */
export async function scopeFor(context: SignedInContext, wanted: readonly string[] | undefined): Promise<Scope> {
  const { caller, dependencies } = context;
  const now = dependencies.now();
  if (wanted === undefined) {
    const { everywhere, workspaceIds, unassigned } = placesWith(caller, 'documents.read', now);
    return { workspaceIds: everywhere ? null : JSON.stringify(workspaceIds), unassigned };
  }
  const found = await findUsableWorkspaces(dependencies.control, caller.organizationId, wanted);
  const usable = found.filter(({ id }) => permissionsOnWorkspace(caller, id, now).has('documents.read'));
  if (wanted.every((id) => usable.some((each) => each.id === id)))
    return { workspaceIds: JSON.stringify(wanted), unassigned: false };
  const message = 'There is no such workspace.';
  throw new AppError('validation_failed', message, { errors: [{ path: 'json.workspace_ids', message }] });
}

/** Whether the caller may read all documents that the endpoint receives. */
export function isWithinReach({ caller, dependencies }: SignedInContext, row: Scope): boolean {
  const places = placesWith(caller, 'documents.read', dependencies.now());
  if (places.everywhere) return true;
  if (row.workspaceIds === null || (row.unassigned && !places.unassigned)) return false;
  const ids: readonly string[] = JSON.parse(row.workspaceIds);
  return ids.every((id) => places.workspaceIds.includes(id));
}
