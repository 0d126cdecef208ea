/**
 * All permissions. The position in the list is the bit in access tokens and API keys, so the list is append-only: never
 * reorder, never remove.
 */
export const PERMISSIONS = [
  'documents.read',
  'documents.create',
  'documents.update',
  'documents.approve',
  'documents.delete',
  'documents.export',
  'documents.reprocess',
  'documents.assign',
  'batches.read',
  'batches.manage',
  'templates.read',
  'templates.manage',
  'workspaces.read',
  'workspaces.manage',
  'members.read',
  'members.invite',
  'members.manage',
  'roles.read',
  'roles.manage',
  'api_keys.read',
  'api_keys.manage',
  'webhooks.read',
  'webhooks.manage',
  'records.read',
  'records.manage',
  'usage.read',
  'billing.read',
  'billing.manage',
  'audit.read',
  'audit.export',
  'organization.read',
  'organization.update',
  'organization.delete',
  'analytics.read',
  'rules.manage',
  'privacy.manage',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

const BIT = new Map<string, bigint>(PERMISSIONS.map((name, position) => [name, 1n << BigInt(position)]));

export function isPermission(value: string): value is Permission {
  return BIT.has(value);
}

/**
 * Encodes permissions as a bit set in lower-case hex, as in the access token. Uses BigInt because 36 bits exceed 32-bit
 * operators.
 */
export function permissionBits(names: Iterable<Permission>): string {
  let bits = 0n;
  for (const name of names) bits |= BIT.get(name) ?? 0n;
  return bits.toString(16);
}

const HEX = /^[0-9a-f]{1,16}$/;

/** Decodes a bit set. Invalid input grants nothing. */
export function permissionsFromBits(hex: string): ReadonlySet<Permission> {
  if (!HEX.test(hex)) return new Set();
  const bits = BigInt(`0x${hex}`);
  return new Set(PERMISSIONS.filter((name) => (bits & (BIT.get(name) ?? 0n)) !== 0n));
}
