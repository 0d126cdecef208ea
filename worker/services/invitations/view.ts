import type { InvitationView } from '#core/contract/invitations';
import type { InvitationRow } from '#core/store/invitations';
import { invitedWorkspaces } from './invited-workspaces.ts';

export function invitationView(row: InvitationRow, roleName: string, now: number): InvitationView {
  return {
    id: row.id,
    email: row.email,
    role: row.role,
    role_name: roleName,
    workspaces: [...invitedWorkspaces(row.workspaces)],
    status: statusOf(row, now),
    invited_by: row.invitedBy,
    created_at: new Date(row.createdAt).toISOString(),
    expires_at: new Date(row.expiresAt).toISOString(),
  };
}

function statusOf(row: InvitationRow, now: number): InvitationView['status'] {
  if (row.acceptedAt !== null) return 'accepted';
  if (row.revokedAt !== null) return 'revoked';
  return row.expiresAt <= now ? 'expired' : 'open';
}
