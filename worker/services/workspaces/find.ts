import type { Permission } from '#core/domain/permissions';
import { permissionsOnWorkspace } from '#core/domain/reach';
import { AppError } from '#core/platform/errors';
import { findWorkspace } from '#core/store/workspaces';
import { lacks, type SignedInContext } from '../context.ts';
import type { CountedWorkspace } from './view.ts';

/**
 * A workspace the caller reaches and may do this in.
 * @throws AppError `not_found`, for another organization's and for one out of reach just as for none; `forbidden`
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

/** Nobody gives in a workspace what they do not hold there. @throws AppError `forbidden`, naming what is missing */
export function requireAllOnWorkspace(
  { caller, dependencies }: SignedInContext,
  workspaceId: string,
  permissions: Iterable<Permission>,
): void {
  const held = permissionsOnWorkspace(caller, workspaceId, dependencies.now());
  for (const permission of permissions) if (!held.has(permission)) throw lacks(permission);
}
