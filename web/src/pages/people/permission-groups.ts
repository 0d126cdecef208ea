import { PERMISSIONS, type Permission } from '#core/domain/permissions';
import { permissionGroup } from '../../wording/permission-words.ts';

/** All permissions by group, in their canonical order. */
export const PERMISSION_GROUPS: ReadonlyMap<string, readonly Permission[]> = Map.groupBy(PERMISSIONS, permissionGroup);
