import type { CreateInvitationBody, InvitationView } from '#core/contract/invitations';
import { normalizeEmail } from '#core/domain/email';
import { AppError } from '#core/platform/errors';
import { newId } from '#core/platform/ids';
import { rethrowTransient } from '#core/platform/transient-fault';
import { sha256Hex } from '#core/security/digest';
import { insertInvitation, isInvited } from '#core/store/invitations';
import { isMemberByEmail } from '#core/store/members';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext } from '../context.ts';
import { requireLiveSession, whyUnchanged } from '../identity/require-session.ts';
import { mayMail } from '../mail/allowance.ts';
import { newLinkToken } from '../mail/link.ts';
import { capByPlan, planLimitReached } from '../plan-limit.ts';
import { withAnswer } from '../repeat-safely.ts';
import { requireAll, requireRole } from '../roles/require-role.ts';
import { requireInvitable } from './invited-workspaces.ts';
import { prepareInvitationMail } from './mail.ts';
import { invitationView } from './view.ts';

/**
 * Invites an address to the organization. @throws AppError `forbidden` for a role beyond the caller's, `conflict` for
 * an address that is a member or already invited, `plan_limit_reached`, `validation_failed` for an unknown role,
 * `rate_limited`
 */
export async function createInvitation(context: SignedInContext, body: CreateInvitationBody): Promise<InvitationView> {
  requirePermission(context, 'members.invite');
  await requireLiveSession(context);
  const { caller, dependencies } = context;
  const { control, settings } = dependencies;
  const role = await requireRole(context, body.role);
  requireAll(context, role.permissions);
  const workspaces = body.workspaces ?? [];
  await requireInvitable(context, workspaces);
  const emailNormalized = normalizeEmail(body.email);
  if (await isMemberByEmail(control, caller.organizationId, emailNormalized))
    throw new AppError('conflict', 'A member with this email address already exists.');
  if (!(await mayMail(context, 'invitation', emailNormalized))) throw tooManyMails(context);
  const now = dependencies.now();
  const token = newLinkToken();
  const invitation = {
    id: newId('invitation', now),
    email: body.email,
    emailNormalized,
    role: role.role,
    tokenHash: await sha256Hex(token),
    invitedBy: caller.userId,
    workspaces: workspaces.length === 0 ? null : JSON.stringify(workspaces),
    createdAt: now,
    expiresAt: now + settings.INVITATION_SECONDS * 1000,
  };
  const event = auditOf(context, 'invitation.created', { kind: 'invitation', id: invitation.id }, null, {
    email: body.email,
    role: role.role,
    workspaces,
  });
  const row = { ...invitation, organizationId: caller.organizationId, acceptedAt: null, revokedAt: null };
  const view = invitationView(row, role.name, now);
  const mail = await prepareInvitationMail(context, body.email, token);
  let invited: boolean;
  try {
    const cap = capByPlan(context, 'members');
    const answered = await withAnswer(context, event, view);
    invited = await insertInvitation(control, caller.organizationId, invitation, cap, answered, mail.statements);
  } catch (error) {
    rethrowTransient(error);
    // A unique constraint may have failed: check the table instead of parsing the error.
    if (!(await isInvited(control, caller.organizationId, emailNormalized))) throw error;
    throw new AppError(
      'conflict',
      'This email address already has an open invitation. Resend that invitation instead.',
    );
  }
  if (!invited) throw await whyUnchanged(context, () => planLimitReached(context, caller.organizationId, 'members'));
  dependencies.afterAnswer(() => mail.deliver());
  return view;
}

export const tooManyMails = ({ dependencies }: SignedInContext): AppError =>
  new AppError('rate_limited', 'Too many emails were sent to this address. Try again later.', {
    retryAfterSeconds: dependencies.settings.SIGN_IN_WINDOW_SECONDS,
  });
