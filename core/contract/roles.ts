import { z } from '@hono/zod-openapi';
import { INPUT_LIMITS } from '../domain/input-limits.ts';
import { PERMISSIONS } from '../domain/permissions.ts';
import { listOf } from './list.ts';
import { nameText } from './name.ts';

const roleName = nameText(INPUT_LIMITS.roleName);
const permissions = z.array(z.enum(PERMISSIONS)).min(1).max(PERMISSIONS.length);

export const createRoleBodySchema = z.object({ name: roleName, permissions }).openapi('CreateRoleBody');

export const updateRoleBodySchema = z
  .object({ name: roleName.optional(), permissions: permissions.optional() })
  .refine((body) => body.name !== undefined || body.permissions !== undefined, 'Name at least one field to change.')
  .openapi('UpdateRoleBody');

export const roleSchema = z
  .object({
    /** Value of a member's `role`: the name of a built-in role, or the id of a custom role. */
    id: z.string(),
    name: z.string(),
    kind: z.enum(['built_in', 'custom']),
    /** Purpose of a built-in role; null for a custom role. */
    purpose: z.string().nullable(),
    permissions: z.array(z.enum(PERMISSIONS)),
    member_count: z.number().int(),
  })
  .openapi('Role');

export const roleListSchema = listOf(roleSchema, 'RoleList');

export type CreateRoleBody = z.infer<typeof createRoleBodySchema>;
export type UpdateRoleBody = z.infer<typeof updateRoleBodySchema>;
export type RoleView = z.infer<typeof roleSchema>;
export type RoleList = z.infer<typeof roleListSchema>;
