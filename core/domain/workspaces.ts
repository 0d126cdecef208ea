import type { Permission } from './permissions.ts';

/**
 * `open`: every member of the organization reaches its documents by their role. `restricted`: only its own members do,
 * and those who manage the organization's members (they could add themselves anyway).
 */
export const WORKSPACE_ACCESS = ['open', 'restricted'] as const;
export type WorkspaceAccess = (typeof WORKSPACE_ACCESS)[number];

/** The ladder inside a workspace: each role holds all of the next one. */
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

/** What a workspace's role grants on that workspace and its documents. */
export function permissionsOfWorkspaceRole(role: WorkspaceRole): readonly Permission[] {
  return GRANTS[role];
}

/** The permissions that can be held on one workspace or document, beside the organization-wide ones. */
export const OBJECT_PERMISSIONS = MANAGER;
