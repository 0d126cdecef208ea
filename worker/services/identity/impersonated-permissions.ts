import type { Permission } from '#core/domain/permissions';

/**
 * What nobody does in somebody else's name: keys and secrets, money, people and their power, deleting, taking data
 * along. Credentials of the person need no permission; `refuse-while-impersonating.ts` keeps those.
 */
const SENSITIVE: ReadonlySet<Permission> = new Set([
  'documents.delete',
  'members.invite',
  'members.manage',
  'roles.manage',
  'api_keys.manage',
  'webhooks.manage',
  'billing.manage',
  'audit.export',
  'organization.update',
  'organization.delete',
  'privacy.manage',
]);

/** The permissions a system administrator has while working as somebody who holds `permissions`. */
export function withoutSensitive(permissions: Iterable<Permission>): ReadonlySet<Permission> {
  return new Set([...permissions].filter((name) => !SENSITIVE.has(name)));
}
