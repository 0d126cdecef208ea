import { permissionsOnWorkspace } from '#core/domain/reach';
import { AppError } from '#core/platform/errors';
import { findUsableWorkspaces } from '#core/store/workspaces';
import { requirePermission, type SignedInContext } from '../context.ts';

/**
 * Where a new document may lie: the workspace that was named, the one a key is bound to, or none.
 * @throws AppError `validation_failed` for a workspace that is archived, out of reach or not there, all three alike;
 * `forbidden` when the caller may hand nothing in there
 */
export async function requirePlace(context: SignedInContext, named: string | undefined): Promise<string | null> {
  const { caller, dependencies } = context;
  const id = named ?? caller.reach.boundTo;
  if (id === null) {
    requirePermission(context, 'documents.create');
    return null;
  }
  const held = permissionsOnWorkspace(caller, id, dependencies.now());
  const [workspace] = await findUsableWorkspaces(dependencies.control, caller.organizationId, [id]);
  if (!workspace || !held.has('workspaces.read')) {
    const message = 'There is no such workspace.';
    throw new AppError('validation_failed', message, { errors: [{ path: 'form.workspace_id', message }] });
  }
  if (!held.has('documents.create'))
    throw new AppError('forbidden', 'This needs the permission documents.create in the workspace.');
  return workspace.id;
}
