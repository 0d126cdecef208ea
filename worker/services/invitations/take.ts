import type { OrganizationId, UserId } from '#core/domain/id';
import { AppError } from '#core/platform/errors';
import { rethrowTransient } from '#core/platform/transient-fault';
import { sha256Hex } from '#core/security/digest';
import { joinByInvitation } from '#core/store/accept-invitation';
import type { ProvingSession } from '#core/store/address-proof';
import type { AuditEvent } from '#core/store/audit';
import { findActivePerson, type MembershipRow, type PersonRow } from '#core/store/identity';
import { findInvitationByToken } from '#core/store/invitations';
import { isMemberByEmail } from '#core/store/members';
import type { RequestContext } from '../context.ts';
import { accessEnded } from '../identity/access-ended.ts';
import { findByLink } from '../identity/throttle.ts';
import { linkInvalid } from '../mail/link.ts';
import { capByPlan, planLimitReached } from '../plan-limit.ts';

export type OpenInvitation = NonNullable<Awaited<ReturnType<typeof findInvitationByToken>>> & {
  readonly tokenHash: string;
};

/** Returns the invitation of a link. @throws AppError `link_invalid`, `rate_limited` */
export async function openInvitation(context: RequestContext, token: string): Promise<OpenInvitation> {
  const { control, now } = context.dependencies;
  const tokenHash = await sha256Hex(token);
  const found = await findByLink(context, () => findInvitationByToken(control, tokenHash, now()));
  if (!found) throw linkInvalid(context);
  return { ...found, tokenHash };
}

/** Returns action, target and field values of the acceptance's audit event. */
export const acceptanceOf = ({ id, role }: OpenInvitation, userId: UserId) =>
  ['invitation.accepted', { kind: 'invitation', id }, null, { user_id: userId, role }] as const;

/**
 * Adds an existing user to the organization; the invitation must be for their address. `session` is the current
 * session.
 * @throws AppError `forbidden`, `conflict`, `plan_limit_reached`, `link_invalid`
 */
export async function takeInvitation(
  context: RequestContext,
  invitation: OpenInvitation,
  { user }: PersonRow,
  session: ProvingSession | null,
  event: AuditEvent,
): Promise<MembershipRow> {
  const { control } = context.dependencies;
  const { tokenHash, organizationId, role, workspaces, emailNormalized } = invitation;
  if (emailNormalized !== user.emailNormalized)
    throw new AppError(
      'forbidden',
      'The invitation was sent to another email address. Sign in with the account of that address.',
    );
  const memberAlready = () => isMemberByEmail(control, organizationId, emailNormalized);
  if (await memberAlready()) throw isMember();
  const cap = capByPlan(context, 'members');
  const acceptance = { tokenHash, organizationId, userId: user.id, role, workspaces, cap };
  try {
    const ended = await joinByInvitation(control, acceptance, session, event);
    if (!ended) throw await notTaken(context, tokenHash, organizationId);
    accessEnded(context, user, ended);
  } catch (error) {
    rethrowTransient(error);
    if (error instanceof AppError) throw error;
    throw (await memberAlready()) ? isMember() : error;
  }
  const after = await findActivePerson(control, user.id);
  const joined = after?.memberships.find((each) => each.organizationId === organizationId);
  if (!joined) throw new Error('an invitation was accepted but the membership cannot be read');
  return joined;
}

/**
 * Returns why an acceptance failed although the link was valid: the organization is full, or there was a concurrent
 * acceptance.
 */
export async function notTaken(
  context: RequestContext,
  tokenHash: string,
  organizationId: OrganizationId,
): Promise<AppError> {
  const { control, now } = context.dependencies;
  const works = await findInvitationByToken(control, tokenHash, now());
  return works ? planLimitReached(context, organizationId, 'members') : linkInvalid(context);
}

const isMember = (): AppError => new AppError('conflict', 'You are already a member of this organization.');
