import type { InvitationView } from '#core/contract/invitations';
import { AppError } from '#core/platform/errors';
import { sha256Hex } from '#core/security/digest';
import { renewInvitation } from '#core/store/invitations';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext } from '../context.ts';
import { requireLiveSession, whyUnchanged } from '../identity/require-session.ts';
import { mayMail } from '../mail/allowance.ts';
import { newLinkToken } from '../mail/link.ts';
import { withAnswer } from '../repeat-safely.ts';
import { requireAll, requireRole } from '../roles/require-role.ts';
import { tooManyMails } from './create.ts';
import { requireInvitation } from './find.ts';
import { invitedWorkspaces, requireInvitable } from './invited-workspaces.ts';
import { prepareInvitationMail } from './mail.ts';
import { invitationView } from './view.ts';

/**
 * Resends an invitation with a new link and expiry; the old link stops working.
 * @throws AppError `not_found`, `forbidden` for a role beyond the caller's, `conflict` if it is not open,
 * `rate_limited`
 */
export async function resendInvitation(context: SignedInContext, id: string): Promise<InvitationView> {
  requirePermission(context, 'members.invite');
  await requireLiveSession(context);
  const invitation = await requireInvitation(context, id);
  const role = await requireRole(context, invitation.role);
  requireAll(context, role.permissions);
  await requireInvitable(context, invitedWorkspaces(invitation.workspaces));
  if (!(await mayMail(context, 'invitation', invitation.emailNormalized))) throw tooManyMails(context);
  const { dependencies } = context;
  const now = dependencies.now();
  const token = newLinkToken();
  const expiresAt = now + dependencies.settings.INVITATION_SECONDS * 1000;
  const event = auditOf(context, 'invitation.resent', { kind: 'invitation', id: invitation.id });
  const to = { tokenHash: await sha256Hex(token), expiresAt };
  const view = invitationView({ ...invitation, expiresAt }, role.name, now);
  const answered = await withAnswer(context, event, view);
  const mail = await prepareInvitationMail(context, invitation.email, token);
  const { organizationId } = context.caller;
  if (!(await renewInvitation(dependencies.control, organizationId, invitation.id, to, answered, mail.statements)))
    throw await whyUnchanged(
      context,
      () => new AppError('conflict', 'The invitation has already been accepted or revoked.'),
    );
  dependencies.afterAnswer(() => mail.deliver());
  return view;
}
