import { revokeInvitation } from '#core/store/invitations';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext } from '../context.ts';
import { requireLiveSession } from '../identity/require-session.ts';
import { requireInvitation } from './find.ts';

/** Revokes an invitation. Idempotent. @throws AppError `not_found` */
export async function revokeVisibleInvitation(context: SignedInContext, id: string): Promise<void> {
  requirePermission(context, 'members.invite');
  await requireLiveSession(context);
  const invitation = await requireInvitation(context, id);
  const event = auditOf(context, 'invitation.revoked', { kind: 'invitation', id: invitation.id });
  await revokeInvitation(context.dependencies.control, context.caller.organizationId, invitation.id, event);
}
