import { permissionsFromBits } from '#core/domain/permissions';
import { AppError } from '#core/platform/errors';
import { deleteCustomRole, findCustomRole } from '#core/store/custom-roles';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext } from '../context.ts';
import { requireLiveSession } from '../identity/require-session.ts';
import { requireAll } from './require-role.ts';

/** Deletes an unused custom role. @throws AppError `not_found`, `forbidden`, `conflict` while it is in use */
export async function deleteRole(context: SignedInContext, id: string): Promise<void> {
  requirePermission(context, 'roles.manage');
  await requireLiveSession(context);
  const { control } = context.dependencies;
  const { organizationId } = context.caller;
  const role = await findCustomRole(control, organizationId, id);
  if (!role) throw new AppError('not_found', 'There is no such role.');
  const permissions = [...permissionsFromBits(role.permissions)];
  requireAll(context, permissions);
  const event = auditOf(context, 'role.deleted', { kind: 'role', id: role.id }, { name: role.name, permissions });
  if (!(await deleteCustomRole(control, organizationId, role.id, event)))
    throw new AppError(
      'conflict',
      'The role is assigned to members or open invitations. Assign them another role first.',
    );
}
