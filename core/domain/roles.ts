import { PERMISSIONS, type Permission, permissionsFromBits } from './permissions.ts';

/**
 * Built-in roles of every organization; each includes the permissions of the next. Custom roles are added to these and
 * cannot replace them.
 */
export const SYSTEM_ROLES = ['owner', 'admin', 'manager', 'user', 'viewer'] as const;
export type SystemRole = (typeof SYSTEM_ROLES)[number];

/** Built-in roles for a single task, outside the hierarchy. */
export const TASK_ROLES = [
  'approver',
  'operator',
  'designer',
  'developer',
  'analyst',
  'auditor',
  'accountant',
] as const;
export type TaskRole = (typeof TASK_ROLES)[number];

/** Roles every organization has. Custom roles are stored by id, which never equals one of these names. */
export const BUILT_IN_ROLES = [...SYSTEM_ROLES, ...TASK_ROLES] as const;
export type BuiltInRole = SystemRole | TaskRole;

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

const GRANTS: Readonly<Record<BuiltInRole, readonly Permission[]>> = {
  owner: PERMISSIONS,
  admin: PERMISSIONS.filter((name) => !OWNER_ONLY.includes(name)),
  manager: MANAGER,
  user: USER,
  viewer: VIEWER,
  approver: [...VIEWER, 'documents.update', 'documents.approve', 'documents.assign'],
  operator: [...VIEWER, 'documents.create', 'documents.reprocess', 'batches.manage'],
  designer: [...VIEWER, 'documents.create', 'documents.reprocess', 'templates.manage', 'rules.manage'],
  developer: [...USER, 'api_keys.read', 'api_keys.manage', 'webhooks.read', 'webhooks.manage', 'analytics.read'],
  analyst: [...VIEWER, 'documents.export', 'usage.read', 'analytics.read'],
  auditor: [...VIEWER, 'roles.read', 'api_keys.read', 'webhooks.read', 'usage.read', 'audit.read', 'audit.export'],
  accountant: [...VIEWER, 'documents.export', 'records.manage', 'usage.read', 'billing.read', 'billing.manage'],
};

/** Short description of each role, shown to users. */
export const ROLE_PURPOSES: Readonly<Record<BuiltInRole, string>> = {
  owner: 'Everything, and the organization itself',
  admin: 'Everything but billing and deleting the organization',
  manager: 'Runs a team: approves, assigns, invites, designs',
  user: 'Hands documents in and corrects them',
  viewer: 'Looks, and changes nothing',
  approver: 'Corrects, assigns and approves documents',
  operator: 'Hands documents in, alone or in batches',
  designer: 'Makes templates and rules, and tries them out',
  developer: 'Connects programs: keys and webhooks',
  analyst: 'Exports documents and reads the figures',
  auditor: 'Reads everything that shows who did what',
  accountant: 'Keeps records and pays the bills',
};

export function isBuiltInRole(value: string): value is BuiltInRole {
  return (BUILT_IN_ROLES as readonly string[]).includes(value);
}

export function permissionsOfRole(role: BuiltInRole): readonly Permission[] {
  return GRANTS[role];
}

/**
 * Returns the permissions of a stored role: built-in, or custom with its permission bits. Unknown roles grant nothing.
 */
export function permissionsOfStoredRole(role: string, customPermissions: string | null): readonly Permission[] {
  if (isBuiltInRole(role)) return permissionsOfRole(role);
  return customPermissions === null ? [] : [...permissionsFromBits(customPermissions)];
}
