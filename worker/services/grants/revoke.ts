import { permissionsFromBits } from '#core/domain/permissions';
import { AppError } from '#core/platform/errors';
import { findGrant, revokeGrant } from '#core/store/grants';
import { auditOf } from '../audit-event.ts';
import { requireSomewhere, type SignedInContext } from '../context.ts';
import { requireLiveSession } from '../identity/require-session.ts';
import { invalidateAccess } from '../invalidate-access.ts';
import { findObject, MANAGES_REACH, requireGrantable } from './object.ts';

/**
 * Revokes a grant. Idempotent.
 * @throws AppError `not_found`, also for a grant on an inaccessible object; `forbidden`
 */
export async function revokeVisibleGrant(context: SignedInContext, id: string): Promise<void> {
  requireSomewhere(context, MANAGES_REACH);
  await requireLiveSession(context);
  const { caller, dependencies } = context;
  const grant = await findGrant(dependencies.control, caller.organizationId, id);
  const object = grant && (await findObject(context, { kind: grant.objectKind, id: grant.objectId }));
  // Grants on deleted objects affect nobody; callers with access to everything can remove them.
  if (!grant || !(object || caller.reach.everywhere)) throw new AppError('not_found', 'There is no such grant.');
  const permissions = [...permissionsFromBits(grant.permissions)];
  if (object) requireGrantable(object, permissions);
  const event = auditOf(
    context,
    'grant.revoked',
    { kind: grant.objectKind, id: grant.objectId },
    { [`${grant.subjectKind}_permissions`]: permissions, subject_id: grant.subjectId },
  );
  await revokeGrant(dependencies.control, caller.organizationId, grant.id, event);
  invalidateAccess(context);
}
