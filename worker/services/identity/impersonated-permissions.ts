import type { Permission } from '#core/domain/permissions';

/**
 * Permissions excluded while impersonating: keys and secrets, billing, members and roles, deletion, and export.
 * Operations on the user's own credentials need no permission and are refused by `refuse-while-impersonating.ts`.
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

/** Returns the permissions of a system administrator impersonating a user with `permissions`. */
export function withoutSensitive(permissions: Iterable<Permission>): ReadonlySet<Permission> {
  return new Set([...permissions].filter((name) => !SENSITIVE.has(name)));
}
