import type { MemberView, UpdateMemberBody } from '#core/contract/members';
import { updateMember } from '#core/store/members';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext } from '../context.ts';
import { permissionsOf } from '../identity/identity-view.ts';
import { requireLiveSession, whyUnchanged } from '../identity/require-session.ts';
import { invalidateAccess } from '../invalidate-access.ts';
import { requireAll, requireRole } from '../roles/require-role.ts';
import { memberKept, requireMember, requireSomebodyElse } from './find.ts';
import { memberView } from './view.ts';

/**
 * Changes a member's role, suspends or reactivates them. Takes effect immediately, including for sessions and keys. The
 * caller must hold the member's permissions before and after the change.
 * @throws AppError `not_found`, `forbidden`, `validation_failed` for an unknown role, `conflict` for the last owner
 */
export async function updateVisibleMember(
  context: SignedInContext,
  id: string,
  body: UpdateMemberBody,
): Promise<MemberView> {
  requirePermission(context, 'members.manage');
  await requireLiveSession(context);
  const member = await requireMember(context, id);
  requireSomebodyElse(context, member);
  requireAll(context, permissionsOf(member.role, member.customPermissions));
  const role = await requireRole(context, body.role ?? member.role);
  requireAll(context, role.permissions);
  const status = body.status ?? member.status;
  const { organizationId } = context.caller;
  if (role.role !== member.role || status !== member.status) {
    const event = auditOf(
      context,
      'member.updated',
      { kind: 'member', id: member.id },
      { role: member.role, status: member.status },
      { role: role.role, status },
    );
    const to = { role: role.role, status };
    if (!(await updateMember(context.dependencies.control, organizationId, member, to, event)))
      throw await whyUnchanged(context, () => memberKept(member));
    invalidateAccess(context, member.userId);
  }
  return memberView({ ...member, role: role.role, customRoleName: role.name, status });
}
