import type { Permission } from './permissions.ts';
import { OBJECT_PERMISSIONS } from './workspaces.ts';

/** Kinds of objects that permissions can be granted on. */
export const GRANT_OBJECTS = ['document', 'workspace', 'template'] as const;
export type GrantObject = (typeof GRANT_OBJECTS)[number];

/** Kinds of subjects: one member, everyone with a role, or everyone in a workspace. */
export const GRANT_SUBJECTS = ['member', 'role', 'workspace'] as const;
export type GrantSubject = (typeof GRANT_SUBJECTS)[number];

/** Permissions that apply to each kind of object. */
export const GRANTABLE: Readonly<Record<GrantObject, readonly Permission[]>> = {
  document: OBJECT_PERMISSIONS.filter((name) => name.startsWith('documents.') && name !== 'documents.create'),
  workspace: OBJECT_PERMISSIONS,
  template: ['templates.read', 'templates.manage'],
};
