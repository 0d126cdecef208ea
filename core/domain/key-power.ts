import { type Permission, permissionsFromBits } from './permissions.ts';
import { REACHES_EVERYWHERE, type Reach, type Reaching } from './reach.ts';
import { permissionsOfStoredRole } from './roles.ts';

export interface StoredKeyPower {
  /** Bits of what the key was made for. */
  readonly permissions: string;
  readonly creatorRole: string;
  readonly creatorCustomPermissions: string | null;
  /** The one workspace the key is bound to. */
  readonly workspaceId: string | null;
}

/**
 * What an API key may do and reaches now: never more than its creator may do today, so that a smaller role shrinks the
 * keys made under the larger one.
 */
export function powerOfKey(key: StoredKeyPower, creatorReach: Pick<Reach, 'workspaces' | 'grants'>): Reaching {
  const mask = permissionsFromBits(key.permissions);
  const creator = permissionsOfStoredRole(key.creatorRole, key.creatorCustomPermissions);
  const permissions: ReadonlySet<Permission> = new Set(creator.filter((name) => mask.has(name)));
  const everywhere = creator.includes(REACHES_EVERYWHERE);
  return { permissions, reach: { ...creatorReach, everywhere, boundTo: key.workspaceId, mask } };
}
