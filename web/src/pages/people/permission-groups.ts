import { PERMISSIONS, type Permission } from '#core/domain/permissions';
import { permissionGroup } from '../../wording/permission-words.ts';

/** All permissions by what they are about, in the order they are listed in. */
export const PERMISSION_GROUPS: ReadonlyMap<string, readonly Permission[]> = Map.groupBy(PERMISSIONS, permissionGroup);
