import type { GrantObject } from '#core/domain/grants';
import type { Permission } from '#core/domain/permissions';

/** The group of each kind of object; on it the group goes without saying. */
const OWN_GROUP: Readonly<Record<GrantObject, string>> = {
  document: 'documents',
  workspace: 'documents',
  template: 'templates',
};

const spaced = (name: string): string => name.replaceAll('_', ' ').replace(/^api\b/, 'API');

/** `api_keys.read` → "API keys". */
export const permissionGroup = (permission: Permission): string => spaced(permission.split('.', 1)[0] ?? permission);

/** `api_keys.read` → "read". */
export const permissionVerb = (permission: Permission): string => spaced(permission.slice(permission.indexOf('.') + 1));

/** Permissions on an object as one line; the group stands before them where it does not go without saying. */
export function permissionLine(kind: GrantObject, permissions: readonly Permission[]): string {
  const groups = [...Map.groupBy(permissions, permissionGroup)];
  return groups
    .map(([group, members]) => {
      const verbs = members.map(permissionVerb).join(', ');
      return groups.length === 1 && group === OWN_GROUP[kind] ? verbs : `${group}: ${verbs}`;
    })
    .join(' · ');
}
