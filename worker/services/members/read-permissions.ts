import type { EffectivePermissions } from '#core/contract/members';
import { requirePermission, type SignedInContext } from '../context.ts';
import { permissionsOf } from '../identity/identity-view.ts';
import { requireMember } from './find.ts';

/** What a member may do now, by the database. @throws AppError `not_found` */
export async function readMemberPermissions(context: SignedInContext, id: string): Promise<EffectivePermissions> {
  requirePermission(context, 'members.read');
  const member = await requireMember(context, id);
  const granted = member.status === 'active' ? permissionsOf(member.role, member.customPermissions) : [];
  return {
    member_id: member.id,
    role: member.role,
    role_name: member.customRoleName ?? member.role,
    permissions: [...granted],
  };
}
