import type { Permission } from '#core/domain/permissions';
import { permissionsOnWorkspace } from '#core/domain/reach';
import { AppError } from '#core/platform/errors';
import { findWorkspace } from '#core/store/workspaces';
import { lacks, type SignedInContext } from '../context.ts';
import type { CountedWorkspace } from './view.ts';

/**
 * Loads a workspace and checks the caller's permission in it.
 * @throws AppError `not_found`, also without access or for another organization's workspace; `forbidden`
 */
export async function requireWorkspace(
  context: SignedInContext,
  id: string,
  permission: Permission,
): Promise<CountedWorkspace> {
  const { caller, dependencies } = context;
  const row = await findWorkspace(dependencies.control, caller.organizationId, id);
  const held = permissionsOnWorkspace(caller, id, dependencies.now());
  if (!row || !held.has('workspaces.read')) throw new AppError('not_found', 'There is no such workspace.');
  if (!held.has(permission)) throw lacks(permission);
  return row;
}

/**
 * Callers can only give permissions they hold in the workspace. @throws AppError `forbidden`, naming the missing ones
 */
export function requireAllOnWorkspace(
  { caller, dependencies }: SignedInContext,
  workspaceId: string,
  permissions: Iterable<Permission>,
): void {
  const held = permissionsOnWorkspace(caller, workspaceId, dependencies.now());
  for (const permission of permissions) if (!held.has(permission)) throw lacks(permission);
}
