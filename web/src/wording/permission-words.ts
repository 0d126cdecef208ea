import type { GrantObject } from '#core/domain/grants';
import type { Permission } from '#core/domain/permissions';

/** The permission group implied by each kind of object. */
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

/** Lists permissions on one line, prefixed with their group unless the object implies it. */
export function permissionLine(kind: GrantObject, permissions: readonly Permission[]): string {
  const groups = [...Map.groupBy(permissions, permissionGroup)];
  return groups
    .map(([group, members]) => {
      const verbs = members.map(permissionVerb).join(', ');
      return groups.length === 1 && group === OWN_GROUP[kind] ? verbs : `${group}: ${verbs}`;
    })
    .join(' · ');
}
