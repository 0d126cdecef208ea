import { AppError } from '#core/platform/errors';
import type { Caller } from '../context.ts';

/** The only session operation allowed while impersonating. */
const ENDS_IT = 'stopImpersonation';

/**
 * Keeps impersonators from the user's credentials and sessions (operations without a permission of their own) and from
 * deletions. Other sensitive operations need a permission that impersonations lack. New operations that change
 * something are refused unless they declare a permission. @throws AppError `forbidden`
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
