import { PERMISSIONS, type Permission } from './permissions.ts';

/** The roles every organization has. Custom roles come beside them, never in place of them. */
export const SYSTEM_ROLES = ['owner', 'admin', 'manager', 'user', 'viewer'] as const;
export type SystemRole = (typeof SYSTEM_ROLES)[number];

const VIEWER: readonly Permission[] = [
  'documents.read',
  'batches.read',
  'templates.read',
  'workspaces.read',
  'members.read',
  'records.read',
  'organization.read',
];
const USER: readonly Permission[] = [
  ...VIEWER,
  'documents.create',
  'documents.update',
  'documents.export',
  'documents.reprocess',
  'batches.manage',
  'usage.read',
];
const MANAGER: readonly Permission[] = [
  ...USER,
  'documents.approve',
  'documents.delete',
  'documents.assign',
  'templates.manage',
  'workspaces.manage',
  'members.invite',
  'roles.read',
  'api_keys.read',
  'webhooks.read',
  'records.manage',
  'analytics.read',
  'rules.manage',
];
const OWNER_ONLY: readonly Permission[] = ['organization.delete', 'billing.manage'];

const GRANTS: Readonly<Record<SystemRole, readonly Permission[]>> = {
  owner: PERMISSIONS,
  admin: PERMISSIONS.filter((name) => !OWNER_ONLY.includes(name)),
  manager: MANAGER,
  user: USER,
  viewer: VIEWER,
};

export function isSystemRole(value: string): value is SystemRole {
  return (SYSTEM_ROLES as readonly string[]).includes(value);
}

export function permissionsOfRole(role: SystemRole): readonly Permission[] {
  return GRANTS[role];
}
