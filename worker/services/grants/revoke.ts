import { permissionsFromBits } from '#core/domain/permissions';
import { AppError } from '#core/platform/errors';
import { findGrant, revokeGrant } from '#core/store/grants';
import { auditOf } from '../audit-event.ts';
import { requireSomewhere, type SignedInContext } from '../context.ts';
import { requireLiveSession } from '../identity/require-session.ts';
import { invalidateAccess } from '../invalidate-access.ts';
import { findObject, MANAGES_REACH, requireGrantable } from './object.ts';

/**
 * Takes back what was granted on an object. Doing it twice changes nothing.
 * @throws AppError `not_found`, for a grant on an object out of reach just as for none; `forbidden`
 */
export async function revokeVisibleGrant(context: SignedInContext, id: string): Promise<void> {
  requireSomewhere(context, MANAGES_REACH);
  await requireLiveSession(context);
  const { caller, dependencies } = context;
  const grant = await findGrant(dependencies.control, caller.organizationId, id);
  const object = grant && (await findObject(context, { kind: grant.objectKind, id: grant.objectId }));
  // What is granted on an object that is gone is nobody's loss: whoever reaches everything clears it away.
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
