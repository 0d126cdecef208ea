import type { Permission } from './permissions.ts';

/**
 * `open`: all members of the organization have access according to their role. `restricted`: only its own members, and
 * users who manage the organization's members (they could add themselves anyway).
 */
export const WORKSPACE_ACCESS = ['open', 'restricted'] as const;
export type WorkspaceAccess = (typeof WORKSPACE_ACCESS)[number];

/** Workspace roles; each includes the permissions of the next. */
export const WORKSPACE_ROLES = ['manager', 'editor', 'viewer'] as const;
export type WorkspaceRole = (typeof WORKSPACE_ROLES)[number];

const VIEWER: readonly Permission[] = ['workspaces.read', 'documents.read'];
const EDITOR: readonly Permission[] = [
  ...VIEWER,
  'documents.create',
  'documents.update',
  'documents.export',
  'documents.reprocess',
];
const MANAGER: readonly Permission[] = [
  ...EDITOR,
  'documents.approve',
  'documents.delete',
  'documents.assign',
  'workspaces.manage',
];

const GRANTS: Readonly<Record<WorkspaceRole, readonly Permission[]>> = {
  manager: MANAGER,
  editor: EDITOR,
  viewer: VIEWER,
};

/** Returns the permissions of a workspace role on the workspace and its documents. */
export function permissionsOfWorkspaceRole(role: WorkspaceRole): readonly Permission[] {
  return GRANTS[role];
}

/** Permissions that can be held on one workspace or document, in addition to organization-wide ones. */
export const OBJECT_PERMISSIONS = MANAGER;
