import type { OrganizationView } from '#core/contract/identity';
import type { OrganizationId } from '#core/domain/id';
import { AppError } from '#core/platform/errors';
import { rethrowTransient } from '#core/platform/transient-fault';
import { sha256Hex } from '#core/security/digest';
import { joinByInvitation } from '#core/store/accept-invitation';
import { findActivePerson } from '#core/store/identity';
import { findInvitationByToken } from '#core/store/invitations';
import { isMemberByEmail } from '#core/store/members';
import { auditOf } from '../audit-event.ts';
import type { RequestContext, SignedInContext } from '../context.ts';
import { organizationView } from '../identity/identity-view.ts';
import { requireOwnSession, sessionOf } from '../identity/require-session.ts';
import { linkInvalid } from '../mail/link.ts';
import { capByPlan, planLimitReached } from '../plan-limit.ts';

/**
 * The caller joins by an invitation to their own address; whoever got hold of the link with another account does not.
 * @throws AppError `link_invalid`, `forbidden` for another address or an API key, `conflict` for a member, `plan_limit_reached`
 */
export async function acceptInvitation(context: SignedInContext, token: string): Promise<OrganizationView> {
  const { userId } = sessionOf(context);
  await requireOwnSession(context);
  const { control, now } = context.dependencies;
  const tokenHash = await sha256Hex(token);
  const [invitation, person] = await Promise.all([
    findInvitationByToken(control, tokenHash, now()),
    findActivePerson(control, userId),
  ]);
  if (!invitation || !person) throw linkInvalid(context);
  if (invitation.emailNormalized !== person.user.emailNormalized)
    throw new AppError(
      'forbidden',
      'This invitation is for another address. Sign in with the account of that address.',
    );
  const { organizationId, role, workspaces } = invitation;
  const memberAlready = () => isMemberByEmail(control, organizationId, invitation.emailNormalized);
  if (await memberAlready()) throw isMember();
  const event = auditOf(context, {
    action: 'invitation.accepted',
    targetKind: 'invitation',
    targetId: invitation.id,
    outcome: 'success',
    changes: { user_id: [null, userId], role: [null, role] },
  });
  try {
    const cap = capByPlan(context, 'members');
    if (!(await joinByInvitation(control, { tokenHash, organizationId, userId, role, workspaces, cap }, event)))
      throw await notTaken(context, tokenHash, organizationId);
  } catch (error) {
    rethrowTransient(error);
    if (error instanceof AppError) throw error;
    throw (await memberAlready()) ? isMember() : error;
  }
  const after = await findActivePerson(control, userId);
  const joined = after?.memberships.find((each) => each.organizationId === organizationId);
  if (!joined) throw new Error('an invitation was accepted but the membership cannot be read');
  return organizationView(joined);
}

/** Why a link that worked a moment ago did not: the organization is full, or somebody else was faster. */
export async function notTaken(
  context: RequestContext,
  tokenHash: string,
  organizationId: OrganizationId,
): Promise<AppError> {
  const { control, now } = context.dependencies;
  const works = await findInvitationByToken(control, tokenHash, now());
  return works ? planLimitReached(context, organizationId, 'members') : linkInvalid(context);
}

const isMember = (): AppError => new AppError('conflict', 'You are a member of this organization already.');
