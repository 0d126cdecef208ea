import type { RoleList, RoleView } from '#core/contract/roles';
import { BUILT_IN_ROLES, type BuiltInRole, permissionsOfRole, ROLE_PURPOSES } from '#core/domain/roles';
import { countMembersByRole, listCustomRoles } from '#core/store/custom-roles';
import { requirePermission, type SignedInContext } from '../context.ts';
import { customRoleView } from './view.ts';

/** Returns all roles of the organization: the built-in ones in order, then custom ones by name. */
export async function listRoles(context: SignedInContext): Promise<RoleList> {
  requirePermission(context, 'roles.read');
  const { control } = context.dependencies;
  const { organizationId } = context.caller;
  const [custom, members] = await Promise.all([
    listCustomRoles(control, organizationId),
    countMembersByRole(control, organizationId),
  ]);
  const builtIn = (role: BuiltInRole): RoleView => ({
    id: role,
    name: role,
    kind: 'built_in',
    purpose: ROLE_PURPOSES[role],
    permissions: [...permissionsOfRole(role)],
    member_count: members.get(role) ?? 0,
  });
  const own = custom.map((row) => customRoleView(row, members.get(row.id) ?? 0));
  return { data: [...BUILT_IN_ROLES.map(builtIn), ...own], next_cursor: null };
}
