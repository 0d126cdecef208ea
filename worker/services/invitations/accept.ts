import type { OrganizationView } from '#core/contract/identity';
import { AppError } from '#core/platform/errors';
import { sha256Hex } from '#core/security/digest';
import { joinByInvitation } from '#core/store/accept-invitation';
import { findActivePerson } from '#core/store/identity';
import { findInvitationByToken } from '#core/store/invitations';
import { isMemberByEmail } from '#core/store/members';
import { auditOf } from '../audit-event.ts';
import type { SignedInContext } from '../context.ts';
import { organizationView } from '../identity/identity-view.ts';
import { requireOwnSession, sessionOf } from '../identity/require-session.ts';
import { linkInvalid } from '../mail/link.ts';

/**
 * The caller joins by an invitation to their own address; whoever got hold of the link with another account does not.
 * @throws AppError `link_invalid`, `forbidden` for another address or an API key, `conflict` for a member
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
    if (!(await joinByInvitation(control, { tokenHash, organizationId, userId, role, workspaces }, event)))
      throw linkInvalid(context);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw (await memberAlready()) ? isMember() : error;
  }
  const after = await findActivePerson(control, userId);
  const joined = after?.memberships.find((each) => each.organizationId === organizationId);
  if (!joined) throw new Error('an invitation was accepted but the membership cannot be read');
  return organizationView(joined);
}

const isMember = (): AppError => new AppError('conflict', 'You are a member of this organization already.');
