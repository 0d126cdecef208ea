import type { CreateRoleBody, RoleView } from '#core/contract/roles';
import { permissionBits } from '#core/domain/permissions';
import { AppError } from '#core/platform/errors';
import { newId } from '#core/platform/ids';
import { rethrowTransient } from '#core/platform/transient-fault';
import { findCustomRole, insertCustomRole, isRoleNameTaken } from '#core/store/custom-roles';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext } from '../context.ts';
import { requireLiveSession, whyUnchanged } from '../identity/require-session.ts';
import { withAnswer } from '../repeat-safely.ts';
import { requireAll } from './require-role.ts';
import { nameTaken, normalizeRoleName, requireFreeName } from './role-name.ts';
import { customRoleView } from './view.ts';

/** More than anyone can keep apart. Also bounds the list, which is not paginated. */
const MAX_CUSTOM_ROLES = 100;

/** Creates a custom role. @throws AppError `forbidden` if it exceeds the caller's permissions, `conflict` */
export async function createRole(context: SignedInContext, body: CreateRoleBody): Promise<RoleView> {
  requirePermission(context, 'roles.manage');
  await requireLiveSession(context);
  requireAll(context, body.permissions);
  const { caller, dependencies } = context;
  const { control } = dependencies;
  const nameNormalized = normalizeRoleName(body.name);
  await requireFreeName(context, caller.organizationId, nameNormalized);
  const now = dependencies.now();
  const role = {
    id: newId('role', now),
    name: body.name,
    nameNormalized,
    permissions: permissionBits(body.permissions),
    createdBy: caller.userId,
    createdAt: now,
    updatedAt: now,
  };
  const view = customRoleView(role, 0);
  const event = auditOf(context, 'role.created', { kind: 'role', id: role.id }, null, {
    name: body.name,
    permissions: body.permissions,
  });
  try {
    const answered = await withAnswer(context, event, view);
    await insertCustomRole(control, caller.organizationId, role, MAX_CUSTOM_ROLES, answered);
  } catch (error) {
    rethrowTransient(error);
    // A unique constraint may have failed: check the table instead of parsing the error.
    if (await isRoleNameTaken(control, caller.organizationId, nameNormalized)) throw nameTaken();
    throw error;
  }
  if (!(await findCustomRole(control, caller.organizationId, role.id)))
    throw await whyUnchanged(
      context,
      () => new AppError('conflict', `An organization can have at most ${MAX_CUSTOM_ROLES} custom roles.`),
    );
  return view;
}
