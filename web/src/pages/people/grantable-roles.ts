import type { Permission } from '#core/domain/permissions';
import { BUILT_IN_ROLES, permissionsOfRole } from '#core/domain/roles';

/** The built-in roles whose permissions are all in `held`: nobody can grant more than they have. */
export function grantableRoles(held: readonly Permission[]): readonly string[] {
  const own = new Set(held);
  return BUILT_IN_ROLES.filter((role) => permissionsOfRole(role).every((permission) => own.has(permission)));
}
