import { AppError } from '#core/platform/errors';
import type { SignedInContext } from '../context.ts';

/** A path names the organization the caller works in, or none. @throws AppError `not_found` */
export function requireOwnOrganization({ caller }: SignedInContext, id: string): void {
  if (id !== caller.organizationId) throw new AppError('not_found', 'There is no such organization.');
}
