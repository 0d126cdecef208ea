import { AppError } from '#core/platform/errors';
import type { SignedInContext } from '../context.ts';

/** Requires the organization in the path to be the caller's current one. @throws AppError `not_found` */
export function requireOwnOrganization({ caller }: SignedInContext, id: string): void {
  if (id !== caller.organizationId) throw new AppError('not_found', 'There is no such organization.');
}
