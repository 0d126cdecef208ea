import type { Permission } from '#core/domain/permissions';
import { isBuiltInRole } from '#core/domain/roles';
import { AppError } from '#core/platform/errors';
import { findCustomRole } from '#core/store/custom-roles';
import { requirePermission, type SignedInContext } from '../context.ts';
import { permissionsOf } from '../identity/identity-view.ts';

export interface KnownRole {
  readonly role: string;
  readonly name: string;
  readonly permissions: readonly Permission[];
}

/** Returns the role named in a request. @throws AppError `validation_failed` if the organization does not have it */
export async function requireRole({ caller, dependencies }: SignedInContext, role: string): Promise<KnownRole> {
  if (isBuiltInRole(role)) return { role, name: role, permissions: permissionsOf(role, null) };
  const custom = await findCustomRole(dependencies.control, caller.organizationId, role);
  if (custom) return { role: custom.id, name: custom.name, permissions: permissionsOf(custom.id, custom.permissions) };
  const message = 'This organization has no such role.';
  throw new AppError('validation_failed', message, { errors: [{ path: 'json.role', message }] });
}

/**
 * Callers can only grant, change or revoke permissions they hold. @throws AppError `forbidden`, naming the missing ones
 */
export function requireAll(context: SignedInContext, permissions: readonly Permission[]): void {
  for (const permission of permissions) requirePermission(context, permission);
}
