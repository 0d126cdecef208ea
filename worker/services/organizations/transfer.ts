import type { MemberView } from '#core/contract/members';
import { AppError } from '#core/platform/errors';
import { moveOwnership } from '#core/store/members';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext } from '../context.ts';
import { requireLiveSession, sessionOf } from '../identity/require-session.ts';
import { invalidateAccess } from '../invalidate-access.ts';
import { requireMember, requireSomebodyElse } from '../members/find.ts';
import { memberView } from '../members/view.ts';
import { withAnswer } from '../repeat-safely.ts';
import { requireOwnOrganization } from './own-organization.ts';

/**
 * Another member becomes an owner in the caller's place; the caller becomes an administrator. Their tokens carry the
 * old role and stop working: a refresh brings the new one.
 * @throws AppError `not_found`, `forbidden` for an API key, `conflict` when one of both is not what it was
 */
export async function transferOwnership(context: SignedInContext, id: string, memberId: string): Promise<MemberView> {
  requirePermission(context, 'organization.delete');
  requireOwnOrganization(context, id);
  const { organizationId, userId } = sessionOf(context);
  await requireLiveSession(context);
  const member = await requireMember(context, memberId);
  requireSomebodyElse(context, member);
  const event = auditOf(
    context,
    'organization.transferred',
    { kind: 'organization', id: organizationId },
    { owner: userId },
    { owner: member.userId },
  );
  const view = memberView({ ...member, role: 'owner', customRoleName: null });
  const answered = await withAnswer(context, event, view);
  if (!(await moveOwnership(context.dependencies.control, organizationId, userId, member.id, answered)))
    throw new AppError('conflict', 'Only an owner can transfer ownership, and only to an active member.');
  invalidateAccess(context);
  return view;
}
