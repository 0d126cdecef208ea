import type { EffectivePermissions } from '#core/contract/members';
import { permissionsOnWorkspace } from '#core/domain/reach';
import { permissionsOfWorkspaceRole } from '#core/domain/workspaces';
import { listGrants } from '#core/store/grants';
import { listWorkspacesOfMember } from '#core/store/workspace-members';
import { requirePermission, type SignedInContext } from '../context.ts';
import { grantView } from '../grants/view.ts';
import { permissionsOf } from '../identity/identity-view.ts';
import { requireMember } from './find.ts';

/** Maximum number of grants shown for one member. */
const GRANTS_SHOWN = 200;

/**
 * Returns a member's current permissions from the database; of workspaces, only those the caller has access to. @throws
 * AppError `not_found`
 */
export async function readMemberPermissions(context: SignedInContext, id: string): Promise<EffectivePermissions> {
  requirePermission(context, 'members.read');
  const member = await requireMember(context, id);
  const { caller, dependencies } = context;
  const { control } = dependencies;
  const now = dependencies.now();
  const active = member.status === 'active';
  const showsGrants = caller.reach.everywhere || caller.userId === member.userId;
  const [workspaces, grants] = await Promise.all([
    active ? listWorkspacesOfMember(control, caller.organizationId, member.id) : [],
    active && showsGrants
      ? listGrants(control, caller.organizationId, { subjectId: member.id, now }, { limit: GRANTS_SHOWN })
      : [],
  ]);
  return {
    member_id: member.id,
    role: member.role,
    role_name: member.customRoleName ?? member.role,
    permissions: active ? [...permissionsOf(member.role, member.customPermissions)] : [],
    workspaces: workspaces
      .filter((each) => permissionsOnWorkspace(caller, each.id, now).has('workspaces.read'))
      .map((each) => ({ ...each, permissions: [...permissionsOfWorkspaceRole(each.role)] })),
    grants: grants.map(grantView),
  };
}
