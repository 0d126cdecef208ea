import type { MemberView } from '#core/contract/members';
import { AppError } from '#core/platform/errors';
import { moveOwnership } from '#core/store/members';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext } from '../context.ts';
import { requireLiveSession, sessionOf, whyUnchanged } from '../identity/require-session.ts';
import { invalidateAccess } from '../invalidate-access.ts';
import { requireMember, requireSomebodyElse } from '../members/find.ts';
import { memberView } from '../members/view.ts';
import { withAnswer } from '../repeat-safely.ts';
import { requireOwnOrganization } from './own-organization.ts';

/**
 * Transfers ownership to another member; the caller becomes an administrator. Their tokens contain the old role and
 * stop working until refreshed.
 * @throws AppError `not_found`, `forbidden` for an API key, `conflict` if either no longer has the expected role
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
    throw await whyUnchanged(
      context,
      () => new AppError('conflict', 'Only an owner can transfer ownership, and only to an active member.'),
    );
  invalidateAccess(context);
  return view;
}
