import type { GrantObject } from '#core/domain/grants';
import type { Permission } from '#core/domain/permissions';

/** The group of each kind of object; on it the group goes without saying. */
const OWN_GROUP: Readonly<Record<GrantObject, string>> = {
  document: 'documents',
  workspace: 'documents',
  template: 'templates',
};

const spaced = (name: string): string => name.replaceAll('_', ' ');

/** `api_keys.read` → "api keys". */
export const permissionGroup = (permission: Permission): string => spaced(permission.split('.', 1)[0] ?? permission);

/** `api_keys.read` → "read". */
export const permissionVerb = (permission: Permission): string => spaced(permission.slice(permission.indexOf('.') + 1));

/** A list of permissions on an object, read as one line: "read, update, manage the workspace". */
export function permissionLine(kind: GrantObject, permissions: readonly Permission[]): string {
  return permissions
    .map((each) =>
      each.startsWith(`${OWN_GROUP[kind]}.`)
        ? permissionVerb(each)
        : `${permissionGroup(each)}: ${permissionVerb(each)}`,
    )
    .join(', ');
}
