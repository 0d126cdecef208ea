import { deleteMember } from '#core/store/members';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext } from '../context.ts';
import { permissionsOf } from '../identity/identity-view.ts';
import { requireLiveSession } from '../identity/require-session.ts';
import { invalidateAccess } from '../invalidate-access.ts';
import { requireAll } from '../roles/require-role.ts';
import { memberKept, requireMember, requireSomebodyElse } from './find.ts';

/**
 * Removes a member. Their sessions and keys stop working in this organization immediately; their account remains.
 * @throws AppError `not_found`, `forbidden`, `conflict` for the last owner
 */
export async function removeMember(context: SignedInContext, id: string): Promise<void> {
  requirePermission(context, 'members.manage');
  await requireLiveSession(context);
  const member = await requireMember(context, id);
  requireSomebodyElse(context, member);
  requireAll(context, permissionsOf(member.role, member.customPermissions));
  const { organizationId } = context.caller;
  const event = auditOf(
    context,
    'member.removed',
    { kind: 'member', id: member.id },
    { user_id: member.userId, role: member.role },
  );
  if (!(await deleteMember(context.dependencies.control, organizationId, member, event))) throw memberKept(member);
  invalidateAccess(context, member.userId);
}
