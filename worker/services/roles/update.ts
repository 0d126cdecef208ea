import type { RoleView, UpdateRoleBody } from '#core/contract/roles';
import { permissionBits, permissionsFromBits } from '#core/domain/permissions';
import { AppError } from '#core/platform/errors';
import { rethrowTransient } from '#core/platform/transient-fault';
import { countMembersByRole, findCustomRole, isRoleNameTaken, updateCustomRole } from '#core/store/custom-roles';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext } from '../context.ts';
import { requireLiveSession, whyUnchanged } from '../identity/require-session.ts';
import { invalidateAccess } from '../invalidate-access.ts';
import { requireAll } from './require-role.ts';
import { nameTaken, normalizeRoleName, requireFreeName } from './role-name.ts';
import { customRoleView } from './view.ts';

/**
 * Changes a custom role. Existing tokens with the role stop working, so that clients refresh. The caller must hold the
 * role's permissions before and after the change. @throws AppError `not_found`, `forbidden`, `conflict`
 */
export async function updateRole(context: SignedInContext, id: string, body: UpdateRoleBody): Promise<RoleView> {
  requirePermission(context, 'roles.manage');
  await requireLiveSession(context);
  const { control } = context.dependencies;
  const { organizationId } = context.caller;
  const role = await findCustomRole(control, organizationId, id);
  if (!role) throw new AppError('not_found', 'There is no such role.');
  const before = [...permissionsFromBits(role.permissions)];
  const permissions = body.permissions ?? before;
  requireAll(context, [...before, ...permissions]);
  const name = body.name ?? role.name;
  const nameNormalized = normalizeRoleName(name);
  if (nameNormalized !== role.nameNormalized) await requireFreeName(context, organizationId, nameNormalized);
  const to = { name, nameNormalized, permissions: permissionBits(permissions) };
  const event = auditOf(
    context,
    'role.updated',
    { kind: 'role', id: role.id },
    { name: role.name, permissions: before },
    { name, permissions },
  );
  try {
    if (!(await updateCustomRole(control, organizationId, role, to, event)))
      throw await whyUnchanged(
        context,
        () => new AppError('conflict', 'The role was changed in the meantime. Reload and try again.'),
      );
  } catch (error) {
    rethrowTransient(error);
    if (error instanceof AppError) throw error;
    const taken =
      nameNormalized !== role.nameNormalized && (await isRoleNameTaken(control, organizationId, nameNormalized));
    throw taken ? nameTaken() : error;
  }
  invalidateAccess(context);
  const members = await countMembersByRole(control, organizationId);
  return customRoleView({ id: role.id, ...to }, members.get(role.id) ?? 0);
}
