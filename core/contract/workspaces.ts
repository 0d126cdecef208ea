import { z } from '@hono/zod-openapi';
import { INPUT_LIMITS } from '../domain/input-limits.ts';
import { PERMISSIONS } from '../domain/permissions.ts';
import { WORKSPACE_ACCESS, WORKSPACE_ROLES } from '../domain/workspaces.ts';
import { listOf, pageQuerySchema } from './list.ts';
import { nameText } from './name.ts';
import { slug } from './organizations.ts';

const workspaceName = nameText(INPUT_LIMITS.name);
const access = z.enum(WORKSPACE_ACCESS).openapi({
  description:
    '`open`: every member reaches its documents by their role. `restricted`: only its members, and those who manage members.',
});
export const workspaceRole = z.enum(WORKSPACE_ROLES);

export const createWorkspaceBodySchema = z
  .object({ name: workspaceName, slug: slug.optional(), access: access.default('open') })
  .openapi('CreateWorkspaceBody');

export const updateWorkspaceBodySchema = z
  .object({
    name: workspaceName.optional(),
    slug: slug.optional(),
    access: access.optional(),
    archived: z.boolean().optional(),
  })
  .refine((body) => Object.values(body).some((value) => value !== undefined), 'Name at least one field to change.')
  .openapi('UpdateWorkspaceBody');

export const workspaceListQuerySchema = pageQuerySchema.extend({
  q: z.string().trim().max(100).optional().openapi({ description: 'Part of the name' }),
  archived: z.enum(['true', 'false']).optional(),
});

export const workspaceSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    slug: z.string(),
    access: z.enum(WORKSPACE_ACCESS),
    archived: z.boolean(),
    member_count: z.number().int(),
    /** The caller's role in the workspace; null if none. */
    role: workspaceRole.nullable(),
    /** The caller's permissions in the workspace. */
    permissions: z.array(z.enum(PERMISSIONS)),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .openapi('Workspace');

export const workspaceListSchema = listOf(workspaceSchema, 'WorkspaceList');

export const putWorkspaceMemberBodySchema = z.object({ role: workspaceRole }).openapi('PutWorkspaceMemberBody');

export const workspaceMemberSchema = z
  .object({
    member_id: z.string(),
    user_id: z.string(),
    email: z.string(),
    first_name: z.string(),
    last_name: z.string(),
    role: workspaceRole,
    added_at: z.string(),
  })
  .openapi('WorkspaceMember');

export const workspaceMemberListSchema = listOf(workspaceMemberSchema, 'WorkspaceMemberList');

export type CreateWorkspaceBody = z.infer<typeof createWorkspaceBodySchema>;
export type UpdateWorkspaceBody = z.infer<typeof updateWorkspaceBodySchema>;
export type WorkspaceListQuery = z.infer<typeof workspaceListQuerySchema>;
export type WorkspaceView = z.infer<typeof workspaceSchema>;
export type WorkspaceList = z.infer<typeof workspaceListSchema>;
export type WorkspaceMemberView = z.infer<typeof workspaceMemberSchema>;
export type WorkspaceMemberList = z.infer<typeof workspaceMemberListSchema>;
