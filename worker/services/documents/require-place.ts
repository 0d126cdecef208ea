import { permissionsOnWorkspace } from '#core/domain/reach';
import { AppError } from '#core/platform/errors';
import { findUsableWorkspaces } from '#core/store/workspaces';
import { requirePermission, type SignedInContext } from '../context.ts';

/**
 * Checks that the caller may put a document into this workspace or, with null, into none. `path` is the request field
 * that names it.
 * @throws AppError `validation_failed` for a workspace that is archived, inaccessible or missing; `forbidden` if the
 * caller may not upload there
 */
export async function requirePlace(context: SignedInContext, id: string | null, path: string): Promise<string | null> {
  const { caller, dependencies } = context;
  if (id === null) {
    if (caller.reach.boundTo !== null) throw new AppError('forbidden', 'This API key is restricted to one workspace.');
    requirePermission(context, 'documents.create');
    return null;
  }
  const held = permissionsOnWorkspace(caller, id, dependencies.now());
  const [workspace] = await findUsableWorkspaces(dependencies.control, caller.organizationId, [id]);
  if (!workspace || held.size === 0) {
    const message = 'There is no such workspace.';
    throw new AppError('validation_failed', message, { errors: [{ path, message }] });
  }
  if (!held.has('documents.create'))
    throw new AppError('forbidden', 'The permission documents.create is required in the workspace.');
  return workspace.id;
}
