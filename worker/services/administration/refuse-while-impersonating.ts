import { AppError } from '#core/platform/errors';
import type { Caller } from '../context.ts';

/** The one change of the session that is meant for impersonations. */
const ENDS_IT = 'stopImpersonation';

/**
 * Keeps who works as somebody else from that person's credentials and sessions (operations without a permission of
 * their own) and from deleting. What is sensitive otherwise needs a permission that an impersonation does not have.
 * New operations that change something are refused unless they name a permission. @throws AppError `forbidden`
 */
export function refuseWhileImpersonating(
  { impersonatorId }: Caller,
  method: string,
  access: string,
  operationId: string | undefined,
): void {
  if (impersonatorId === undefined || operationId === ENDS_IT) return;
  const reads = method === 'GET' || method === 'HEAD';
  const ownAffair = access === 'authenticated' && !reads;
  if (ownAffair || method === 'DELETE')
    throw new AppError('forbidden', 'This operation is not available during impersonation.');
}
