import { z } from '@hono/zod-openapi';
import { GRANT_OBJECTS, GRANT_SUBJECTS } from '../domain/grants.ts';
import { PERMISSIONS } from '../domain/permissions.ts';
import { WORKSPACE_ROLES } from '../domain/workspaces.ts';
import { listOf, pageQuerySchema } from './list.ts';

const reference = z.string().min(1).max(64);
const objectKind = z.enum(GRANT_OBJECTS);

export const createGrantBodySchema = z
  .object({
    object_kind: objectKind,
    object_id: reference,
    /** Id of a member or workspace, or the name or id of a role. */
    subject_kind: z.enum(GRANT_SUBJECTS),
    subject_id: reference,
    permissions: z.array(z.enum(PERMISSIONS)).min(1).max(PERMISSIONS.length),
    expires_at: z.iso.datetime().optional(),
  })
  .openapi('CreateGrantBody');

export const grantListQuerySchema = pageQuerySchema.extend({
  object_kind: objectKind.optional(),
  object_id: reference.optional(),
  subject_id: reference.optional(),
});

export const grantSchema = z
  .object({
    id: z.string(),
    object_kind: objectKind,
    object_id: z.string(),
    subject_kind: z.enum(GRANT_SUBJECTS),
    subject_id: z.string(),
    permissions: z.array(z.enum(PERMISSIONS)),
    granted_by: z.string(),
    created_at: z.string(),
    expires_at: z.string().nullable(),
  })
  .openapi('Grant');

export const grantListSchema = listOf(grantSchema, 'GrantList');

/** Effective permissions on one document, combined from roles, workspaces and grants. */
export const documentPermissionsSchema = listOf(
  z
    .object({
      member_id: z.string(),
      user_id: z.string(),
      first_name: z.string(),
      last_name: z.string(),
      role: z.string(),
      role_name: z.string(),
      workspace_role: z.enum(WORKSPACE_ROLES).nullable(),
      /** Empty if the member has no access to the document. */
      permissions: z.array(z.enum(PERMISSIONS)),
    })
    .openapi('DocumentPermissions'),
  'DocumentPermissionsList',
);

export type CreateGrantBody = z.infer<typeof createGrantBodySchema>;
export type GrantListQuery = z.infer<typeof grantListQuerySchema>;
export type GrantView = z.infer<typeof grantSchema>;
export type GrantList = z.infer<typeof grantListSchema>;
export type DocumentPermissionsList = z.infer<typeof documentPermissionsSchema>;
