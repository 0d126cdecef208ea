import { z } from '@hono/zod-openapi';
import { brandingSchema } from './branding.ts';
import { email, linkToken, newPassword, personName, sessionMode } from './identity.ts';
import { listOf, pageQuerySchema } from './list.ts';
import { roleReference } from './members.ts';
import { mfaToken } from './mfa.ts';
import { workspaceRole } from './workspaces.ts';

const MAX_WORKSPACES = 20;
export const invitedWorkspace = z.object({ workspace_id: z.string().min(1).max(64), role: workspaceRole });

export const createInvitationBodySchema = z
  .object({
    email,
    role: roleReference,
    /** Workspaces the user joins on accepting. */
    workspaces: z.array(invitedWorkspace).max(MAX_WORKSPACES).optional(),
  })
  .openapi('CreateInvitationBody');

const INVITATION_STATUSES = ['open', 'accepted', 'revoked', 'expired'] as const;

export const invitationSchema = z
  .object({
    id: z.string(),
    email: z.string(),
    role: z.string(),
    role_name: z.string(),
    workspaces: z.array(invitedWorkspace),
    status: z.enum(INVITATION_STATUSES),
    invited_by: z.string(),
    created_at: z.string(),
    expires_at: z.string(),
  })
  .openapi('Invitation');

export const invitationListQuerySchema = pageQuerySchema.extend({
  q: z.string().trim().max(100).optional().openapi({ description: 'Part of the e-mail address' }),
  status: z.enum(INVITATION_STATUSES).optional(),
});

export const invitationListSchema = listOf(invitationSchema, 'InvitationList');

export const invitationTokenBodySchema = z.object({ token: linkToken }).openapi('InvitationTokenBody');

/** For a signed-in user without an organization: the two tokens together open a session. */
export const joinByInvitationBodySchema = z
  .object({ token: linkToken, join_token: mfaToken, session: sessionMode })
  .openapi('JoinByInvitationBody');

/** What the recipient of an invitation link sees before accepting. */
export const invitationPreviewSchema = z
  .object({
    organization_name: z.string(),
    email: z.string(),
    role_name: z.string(),
    /** If true, sign in and then accept. If false, accept with a name and a password. */
    has_account: z.boolean(),
    expires_at: z.string(),
    branding: brandingSchema,
  })
  .openapi('InvitationPreview');

export const registerByInvitationBodySchema = z
  .object({
    token: linkToken,
    password: newPassword,
    first_name: personName,
    last_name: personName,
    session: sessionMode,
  })
  .openapi('RegisterByInvitationBody');

export type JoinByInvitationBody = z.infer<typeof joinByInvitationBodySchema>;
export type CreateInvitationBody = z.infer<typeof createInvitationBodySchema>;
export type InvitedWorkspace = z.infer<typeof invitedWorkspace>;
export type InvitationView = z.infer<typeof invitationSchema>;
export type InvitationListQuery = z.infer<typeof invitationListQuerySchema>;
export type InvitationList = z.infer<typeof invitationListSchema>;
export type InvitationPreview = z.infer<typeof invitationPreviewSchema>;
export type RegisterByInvitationBody = z.infer<typeof registerByInvitationBodySchema>;
