import type { OrganizationView } from '#core/contract/identity';
import { findActivePerson } from '#core/store/identity';
import { auditOf } from '../audit-event.ts';
import type { SignedInContext } from '../context.ts';
import { organizationView } from '../identity/identity-view.ts';
import { requireOwnSession, sessionOf } from '../identity/require-session.ts';
import { provingSession } from '../identity/verify-email.ts';
import { linkInvalid } from '../mail/link.ts';
import { acceptanceOf, openInvitation, takeInvitation } from './take.ts';

/**
 * Accepts an invitation to the caller's own address. The link does not work for other accounts.
 * @throws AppError `link_invalid`, `forbidden` for another address or an API key, `conflict` for a member,
 * `plan_limit_reached`
 */
export async function acceptInvitation(context: SignedInContext, token: string): Promise<OrganizationView> {
  const { userId } = sessionOf(context);
  await requireOwnSession(context);
  const [invitation, person] = await Promise.all([
    openInvitation(context, token),
    findActivePerson(context.dependencies.control, userId),
  ]);
  if (!person) throw linkInvalid(context);
  const session = await provingSession(context, person, context.caller);
  const event = auditOf(context, ...acceptanceOf(invitation, userId));
  return organizationView(await takeInvitation(context, invitation, person, session, event));
}
