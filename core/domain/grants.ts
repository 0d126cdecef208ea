import type { Permission } from './permissions.ts';
import { OBJECT_PERMISSIONS } from './workspaces.ts';

/** What a permission can be granted on, one object at a time. */
export const GRANT_OBJECTS = ['document', 'workspace', 'template'] as const;
export type GrantObject = (typeof GRANT_OBJECTS)[number];

/** Whom it can be granted to: one member, everybody with a role, or everybody in a workspace. */
export const GRANT_SUBJECTS = ['member', 'role', 'workspace'] as const;
export type GrantSubject = (typeof GRANT_SUBJECTS)[number];

/** What has a meaning on an object of each kind. */
export const GRANTABLE: Readonly<Record<GrantObject, readonly Permission[]>> = {
  document: OBJECT_PERMISSIONS.filter((name) => name.startsWith('documents.') && name !== 'documents.create'),
  workspace: OBJECT_PERMISSIONS,
  template: ['templates.read', 'templates.manage'],
};
