import { type Permission, permissionsFromBits } from './permissions.ts';
import { REACHES_EVERYWHERE, type Reach, type Reaching } from './reach.ts';
import { permissionsOfStoredRole } from './roles.ts';

export interface StoredKeyPower {
  /** Permission bits the key was created with. */
  readonly permissions: string;
  readonly creatorRole: string;
  readonly creatorCustomPermissions: string | null;
  /** Workspace the key is restricted to. */
  readonly workspaceId: string | null;
}

/**
 * Returns the current permissions and access of an API key: the intersection with what its creator may do today, so
 * that reducing the creator's role reduces their existing keys.
 */
export function powerOfKey(key: StoredKeyPower, creatorReach: Pick<Reach, 'workspaces' | 'grants'>): Reaching {
  const mask = permissionsFromBits(key.permissions);
  const creator = permissionsOfStoredRole(key.creatorRole, key.creatorCustomPermissions);
  const permissions: ReadonlySet<Permission> = new Set(creator.filter((name) => mask.has(name)));
  const everywhere = creator.includes(REACHES_EVERYWHERE);
  return { permissions, reach: { ...creatorReach, everywhere, boundTo: key.workspaceId, mask } };
}
