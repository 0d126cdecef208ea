import { z } from '@hono/zod-openapi';
import { PERMISSIONS } from '../domain/permissions.ts';
import { WORKSPACE_ACCESS, WORKSPACE_ROLES } from '../domain/workspaces.ts';
import { grantSchema } from './grants.ts';
import { listOf, pageQuerySchema } from './list.ts';

/** Name of a built-in role, or id of a custom role. */
export const roleReference = z.string().min(1).max(64).openapi({ example: 'user' });

export const updateMemberBodySchema = z
  .object({ role: roleReference.optional(), status: z.enum(['active', 'suspended']).optional() })
  .refine((body) => body.role !== undefined || body.status !== undefined, 'Name at least one field to change.')
  .openapi('UpdateMemberBody');

export const memberSchema = z
  .object({
    id: z.string(),
    user_id: z.string(),
    email: z.string(),
    first_name: z.string(),
    last_name: z.string(),
    role: z.string(),
    role_name: z.string(),
    status: z.enum(['active', 'suspended']),
    joined_at: z.string(),
  })
  .openapi('Member');

export const memberListQuerySchema = pageQuerySchema.extend({
  q: z.string().trim().max(100).optional().openapi({ description: 'Part of the name or the e-mail address' }),
  status: z.enum(['active', 'suspended']).optional(),
  role: roleReference.optional(),
});

export const memberListSchema = listOf(memberSchema, 'MemberList');

export const effectivePermissionsSchema = z
  .object({
    member_id: z.string(),
    role: z.string(),
    role_name: z.string(),
    /** Current permissions; empty while suspended. */
    permissions: z.array(z.enum(PERMISSIONS)),
    /** Roles in the workspaces that the caller can also access. */
    workspaces: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        access: z.enum(WORKSPACE_ACCESS),
        role: z.enum(WORKSPACE_ROLES),
        permissions: z.array(z.enum(PERMISSIONS)),
      }),
    ),
    /** Grants on single objects. Empty unless the caller is this member or manages members. */
    grants: z.array(grantSchema),
  })
  .openapi('EffectivePermissions');

export type UpdateMemberBody = z.infer<typeof updateMemberBodySchema>;
export type MemberView = z.infer<typeof memberSchema>;
export type MemberListQuery = z.infer<typeof memberListQuerySchema>;
export type MemberList = z.infer<typeof memberListSchema>;
export type EffectivePermissions = z.infer<typeof effectivePermissionsSchema>;
