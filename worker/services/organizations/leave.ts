import { AppError } from '#core/platform/errors';
import { deleteMember, findMemberByUser } from '#core/store/members';
import { auditOf } from '../audit-event.ts';
import type { SignedInContext } from '../context.ts';
import { requireOwnSession, sessionOf } from '../identity/require-session.ts';
import { invalidateAccess } from '../invalidate-access.ts';
import { memberKept } from '../members/find.ts';
import { withAnswer } from '../repeat-safely.ts';
import { requireOwnOrganization } from './own-organization.ts';

/**
 * Ends the caller's own membership. @throws AppError `not_found`, `forbidden` for an API key, `conflict` for the last
 * owner
 */
export async function leaveOrganization(context: SignedInContext, id: string): Promise<void> {
  requireOwnOrganization(context, id);
  const { organizationId, userId } = sessionOf(context);
  await requireOwnSession(context);
  const { control } = context.dependencies;
  const member = await findMemberByUser(control, organizationId, userId);
  if (!member) throw new AppError('not_found', 'There is no such organization.');
  const event = auditOf(context, 'member.left', { kind: 'member', id: member.id }, { role: member.role });
  if (!(await deleteMember(control, organizationId, member, await withAnswer(context, event))))
    throw memberKept(member);
  invalidateAccess(context, userId);
}
