import type { RoleView } from '#core/contract/roles';
import { permissionsFromBits } from '#core/domain/permissions';
import type { CustomRoleRow } from '#core/store/custom-roles';

export function customRoleView(row: Pick<CustomRoleRow, 'id' | 'name' | 'permissions'>, members: number): RoleView {
  return {
    id: row.id,
    name: row.name,
    kind: 'custom',
    purpose: null,
    permissions: [...permissionsFromBits(row.permissions)],
    member_count: members,
  };
}
